import type { Cuisine } from "../cuisines/cuisines.server.ts";
import { momentInLondon, nextMoment } from "../hours/london-time.ts";
import { openWindows } from "../hours/opening-hours.ts";
import { searchWords } from "../search/search-words.ts";
import { monthsBefore } from "../text/dates.ts";
import type { OpenWhen, PlaceFilter } from "./place-filter.server.ts";
import type { PlaceQuery } from "./place-query.ts";

/** After how many months hours count as unconfirmed. */
const HOURS_TRUSTED_MONTHS = 6;

/** What the database needs to answer a query at a moment. Cuisines that are not known are left out. */
export function filterOf(
  query: PlaceQuery,
  cuisines: Pick<Cuisine, "id" | "slug">[],
  now: Date,
): PlaceFilter {
  const { search, diets, features, price, walk, from, score, includeClosed } = query;
  return {
    words: searchWords(search),
    cuisineIds: cuisines.filter(({ slug }) => query.cuisines.includes(slug)).map(({ id }) => id),
    diets,
    features,
    price,
    walk,
    from,
    score,
    open: openWhen(query, now),
    includeClosed,
  };
}

/** What "open now" means at a moment. */
export function openNow(query: Pick<PlaceQuery, "includeUnconfirmed">, now: Date): OpenWhen {
  const moment = momentInLondon(now);
  return {
    windows: openWindows(moment),
    confirmedSince: confirmedSince(query, moment.isoDate),
  };
}

function openWhen(query: PlaceQuery, now: Date): OpenWhen | undefined {
  if (query.open === undefined) return undefined;
  if (query.open === "now") return openNow(query, now);
  const today = momentInLondon(now);
  const windows = openWindows(nextMoment(query.open, today));
  return { windows, confirmedSince: confirmedSince(query, today.isoDate) };
}

function confirmedSince(
  { includeUnconfirmed }: Pick<PlaceQuery, "includeUnconfirmed">,
  today: string,
) {
  return includeUnconfirmed ? undefined : hoursTrustedSince(today);
}

/** The ISO date from which on hours must have been confirmed for "open now" to count them. */
export function hoursTrustedSince(today: string): string {
  return monthsBefore(today, HOURS_TRUSTED_MONTHS);
}
