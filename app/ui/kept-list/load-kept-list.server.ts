import { momentOnCampus } from "#app/domain/hours/campus-hours.server.ts";
import type { OwnList } from "#app/domain/lists/list-name.ts";
import { countLists } from "#app/domain/lists/own-list.server.ts";
import { listOwnPlaces } from "#app/domain/places/list-own-places.server.ts";
import { type OwnOrder, ownOrderWords, parseOwnOrder } from "#app/domain/places/own-order.ts";
import { EVERY_PLACE, PLACES_PER_PAGE } from "#app/domain/places/place-query.ts";
import { parsePage } from "#app/domain/search/read-parameters.ts";
import { countPages } from "#app/domain/text/counting.ts";
import { loadMap } from "../map/load-map.server.ts";
import { presentKeptPlace } from "./present-kept-place.ts";

export type KeptList = Awaited<ReturnType<typeof loadKeptList>>;

/** A page of a member's list, for the member and for those who have its link. Past the last page there are no places. */
export async function loadKeptList(own: OwnList, parameters: URLSearchParams, now: Date) {
  const counts = await countLists(own.memberId);
  const asked: { order: OwnOrder; page: number } = {
    order: parseOwnOrder(parameters.get("sort")),
    page: parsePage(parameters),
  };
  const { places, isOpenFirst } = await listOwnPlaces(own, asked, now);
  const moment = momentOnCampus(now);
  const first = (asked.page - 1) * PLACES_PER_PAGE + 1;
  const query = { ...EVERY_PLACE, page: asked.page };
  return {
    ...asked,
    counts,
    pages: countPages(counts[own.list], PLACES_PER_PAGE),
    orderWords: ownOrderWords(asked.order, isOpenFirst),
    places: places.map((place, index) => presentKeptPlace(place, first + index, moment)),
    drawn: places.length > 0 ? await loadMap({ query, places }, first) : undefined,
  };
}
