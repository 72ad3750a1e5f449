#!/bin/sh
# The container's main process. As root it only hands the database's folder to the user `node`, and becomes that user;
# then it migrates, and becomes the site's Node process itself, so that signals to stop reach the site.
set -eu
cd "$(dirname "$(readlink -f "$0")")/.."

if [ "$(id -u)" = 0 ]; then
  database=${DATABASE_URL:-}
  folder=$(dirname "${database#file:}")
  case $folder in
    /?*)
      mkdir -p "$folder"
      # A volume is root's at first, and so are files that somebody made over ssh. lost+found stays root's.
      find "$folder" -xdev -name lost+found -prune -o ! -user node -exec chown -h node:node {} +
      ;;
  esac
  export HOME=/home/node
  exec setpriv --reuid=node --regid=node --init-groups --no-new-privs scripts/entrypoint.sh "$@"
fi

# A migration that is under way when the machine is told to stop is finished first.
trap 'exit 143' INT TERM
code=0
problem=$(node scripts/prepare.ts "$@") || code=$?
case $code in
  0) ;;
  # A setting is wrong, and may be the port itself.
  2) exit 1 ;;
  # The disk is full or read-only: a copy is served, to be read.
  4) export POSTING_STOPPED_BY="${problem%% *}" DATABASE_URL="file:${problem#* }" ;;
  # The machine stays up, so that somebody can reach it and mend what is wrong.
  *) exec node server/maintenance.ts "$problem" ;;
esac
# The rest of the memory is for SQLite, the code and the system.
heap=$(node -p 'Math.floor(0.6 * Math.min(os.totalmem(), process.constrainedMemory() || Infinity) / 2 ** 20)')
trap - INT TERM

# What is compiled at one start need not be at the next.
export NODE_COMPILE_CACHE=/tmp/node-compile-cache
# Young objects in little memory: pages are made and forgotten quickly.
exec node --max-old-space-size="$heap" --max-semi-space-size=2 server/main.ts
