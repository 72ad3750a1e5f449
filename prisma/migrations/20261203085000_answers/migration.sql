-- Written by hand: Prisma would rebuild members, and its triggers would vanish.

ALTER TABLE "members" ADD COLUMN "answers_seen_at" DATETIME CHECK ("answers_seen_at" IS NULL OR "answers_seen_at" GLOB '????-??-??T*+00:00');
