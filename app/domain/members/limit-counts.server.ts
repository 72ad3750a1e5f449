import { Prisma, reader, storedMoment, write } from "#app/db/database.server.ts";

/** How often the limit counted somebody, whose key is hashed, until when. */
export type LimitCount = { limitName: string; keyHash: string; count: number; until: Date };

const MOST_LOADED = 50_000;

export function loadLimitCounts(now: Date): Promise<LimitCount[]> {
  return reader().limitCount.findMany({
    where: { until: { gt: now }, count: { gt: 0 } },
    orderBy: { until: "desc" },
    take: MOST_LOADED,
  });
}

/** One transaction, which also removes what is over. */
export async function saveLimitCounts(counts: LimitCount[], now: Date): Promise<void> {
  const rows = counts.map(
    ({ limitName, keyHash, count, until }) =>
      Prisma.sql`(${limitName}, ${keyHash}, ${count}, ${storedMoment(until)})`,
  );
  await write((writer) =>
    writer.$transaction([
      writer.$executeRaw`
        INSERT INTO limit_counts (limit_name, key_hash, count, until) VALUES ${Prisma.join(rows)}
        ON CONFLICT (limit_name, key_hash) DO UPDATE SET count = excluded.count, until = excluded.until`,
      writer.limitCount.deleteMany({ where: { until: { lte: now } } }),
    ]),
  );
}
