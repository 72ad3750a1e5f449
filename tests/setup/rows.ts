import { write } from "#app/db/database.server.ts";
import { handleKey } from "#app/domain/members/handle.ts";
import { placeNameKey } from "#app/domain/places/find-duplicates.server.ts";
import { foldToSlug } from "#app/domain/text/folding.ts";

/** Returns its id. */
export async function addMember(handle: string): Promise<number> {
  const data = { handle, handleKey: handleKey(handle) };
  return (await write((writer) => writer.member.create({ data }))).id;
}

/** As if a moderator had given it. Returns their id. */
export async function addMemberWithStanding(handle: string): Promise<number> {
  const data = { handle, handleKey: handleKey(handle), standingGivenAt: new Date("2026-01-01") };
  return (await write((writer) => writer.member.create({ data }))).id;
}

type PlaceOverrides = Partial<
  Record<"slug" | "street" | "closedOn" | "withheldReason" | "withheldRule", string>
> &
  Partial<Record<"createdAt" | "withheldAt", Date>> & {
    cuisines?: string[];
    postcode?: string | null;
  };

/** Returns its id. Cuisines that do not exist are created. */
export async function addPlace(
  name: string,
  { cuisines = [], ...overrides }: PlaceOverrides = {},
): Promise<number> {
  const data = {
    slug: foldToSlug(name),
    name,
    nameKey: placeNameKey(name),
    street: "1 Closure Street",
    postcode: "N0 1AA",
    priceBand: 1,
    cuisines: {
      create: cuisines.map((cuisine) => ({
        cuisine: {
          connectOrCreate: {
            where: { slug: foldToSlug(cuisine) },
            create: { slug: foldToSlug(cuisine), name: cuisine },
          },
        },
      })),
    },
    ...overrides,
  };
  return (await write((writer) => writer.place.create({ data }))).id;
}

/** Returns its id. */
export async function addReview(
  placeId: number,
  memberId: number,
  rating: number,
  words: { body?: string; dish?: string } = {},
): Promise<number> {
  const data = { placeId, memberId, rating, body: "Fine.", ...words };
  return (await write((writer) => writer.review.create({ data }))).id;
}
