import type { PrismaClient } from "#app/db/database.server.ts";

export type DuplicatePair = { from: string; into: string };

type FoundPlace = { id: number; slug: string; name: string };

export type Pair = { from: FoundPlace; into: FoundPlace; isSamePlace: boolean };

export async function findDuplicatePair(
  database: PrismaClient,
  pair: DuplicatePair,
): Promise<Pair | undefined> {
  const [from, into] = [
    await findListed(database, pair.from),
    await findListed(database, pair.into),
  ];
  return from && into ? { from, into, isSamePlace: from.id === into.id } : undefined;
}

function findListed(database: PrismaClient, slug: string): Promise<FoundPlace | null> {
  return database.place.findFirst({
    where: { withheldReason: null, OR: [{ slug }, { formerSlugs: { some: { slug } } }] },
    select: { id: true, slug: true, name: true },
  });
}
