import type { PrismaClient } from "#app/db/database.server.ts";

/** Two pages by the slugs that they have or had: the one that goes, and the one that stays. */
export type DuplicatePair = { from: string; into: string };

type FoundPlace = { id: number; slug: string; name: string };

export type Pair = { from: FoundPlace; into: FoundPlace; isSamePlace: boolean };

/** The two listed places that a pair names; undefined when one of them is not listed. */
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
