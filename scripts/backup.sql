-- A consistent copy of the database, also while the site serves. The copy must not exist yet.
VACUUM INTO 'data/backup.sqlite';
