import { countWaitingWrites, findTrouble, reader, type Trouble } from "#app/db/database.server.ts";

export {
  closeDatabase as closeSite,
  onLockWait,
  type Trouble,
  throwTroubleOfFile,
  troubleOf,
} from "#app/db/database.server.ts";

/** Throws when nothing can be read. @returns also why nothing can be posted, if so */
export async function checkHealth(): Promise<{
  journalMode: string;
  trouble: Trouble | undefined;
}> {
  const [row] = await reader().$queryRaw<{ journal_mode: string }[]>`PRAGMA journal_mode`;
  await reader().$queryRaw`SELECT review_count FROM site_score`;
  return { journalMode: row?.journal_mode ?? "unknown", trouble: findTrouble() };
}

export async function describeStatus() {
  const { trouble } = await checkHealth();
  const [row] = await reader().$queryRaw<{ name: string }[]>`
    SELECT max(migration_name) AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL`;
  return {
    migration: row?.name ?? "none",
    trouble: trouble ? explainTrouble(trouble) : null,
    waitingWrites: countWaitingWrites(),
  };
}

const EXPLANATIONS: Record<Trouble, string> = {
  "file-missing": "the database's file is gone: put it back, or restore a copy, then restart",
  "file-replaced":
    "the database's file is another one since the start: restart to use it, or restore a copy by npm run restore",
  "file-truncated": "the database's file was cut short: restore a copy by npm run restore",
  "file-damaged": "the database is damaged: restore a copy by npm run restore",
  "disk-full": "disk full: free space on the database's disk, or make it larger",
  "disk-read-only": "the database's disk is read-only: look at the machine's own log, then restart",
  "disk-failing": "the database's disk cannot be written: look at the machine's own log",
};

/** For the operator: what it is, and what to do. */
export function explainTrouble(trouble: Trouble): string {
  return EXPLANATIONS[trouble];
}
