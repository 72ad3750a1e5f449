import { countWaitingWrites, findTrouble, reader, type Trouble } from "#app/db/database.server.ts";

export { onLockWait, type Trouble } from "#app/db/database.server.ts";

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
    trouble,
    waitingWrites: countWaitingWrites(),
  };
}
