import { reader } from "#app/db/database.server.ts";

/** Throws when the database does not answer. */
export async function checkHealth(): Promise<{ journalMode: string }> {
  const [row] = await reader().$queryRaw<{ journal_mode: string }[]>`PRAGMA journal_mode`;
  await reader().$queryRaw`SELECT 1`;
  return { journalMode: row?.journal_mode ?? "unknown" };
}
