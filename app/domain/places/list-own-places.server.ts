import { z } from "zod";
import { Prisma, reader } from "#app/db/database.server.ts";
import type { OwnList } from "../lists/list-name.ts";
import { type ListedPlace, listPlaces } from "./list-places.server.ts";
import type { OwnOrder } from "./own-order.ts";
import { filterOf, isOpen, matches, openNow } from "./place-filter.server.ts";
import { EVERY_PLACE } from "./place-query.ts";

// Searches and lists without what nobody has recommended go by their counts; this is neither.
const NOT_COUNTED = { matching: 0, matchingOpen: 0, matchingUnknown: 0 };

type OwnPlaces = { places: ListedPlace[]; isOpenFirst: boolean };

/** One page of a member's list, as the list of all places shows them. */
export async function listOwnPlaces(
  onList: OwnList,
  { order, page }: { order: OwnOrder; page: number },
  now: Date,
): Promise<OwnPlaces> {
  const everything = { ...EVERY_PLACE, includeClosed: true, includeUnrecommended: true };
  const filter = { ...filterOf(everything, [], now), onList };
  const when = openNow(everything, now);
  const isOpenFirst =
    order !== "added" && (await isAnyOpen(Prisma.sql`${matches(filter)} AND ${isOpen(when)}`));
  const places = await listPlaces(
    { filter, sort: order, page, openFirst: isOpenFirst ? when : undefined },
    NOT_COUNTED,
  );
  return { places, isOpenFirst };
}

const answer = z.tuple([z.object({ isOpen: z.coerce.boolean() })]);

async function isAnyOpen(condition: Prisma.Sql): Promise<boolean> {
  const [{ isOpen }] = answer.parse(
    await reader().$queryRaw`
      SELECT EXISTS (SELECT 1 FROM place_index WHERE place_index.is_closed = 0 AND ${condition}) AS isOpen`,
  );
  return isOpen;
}
