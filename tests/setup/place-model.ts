import { reader } from "#app/db/database.server.ts";
import { momentOnCampus } from "#app/domain/hours/campus-hours.server.ts";
import { nextMoment } from "#app/domain/hours/london-time.ts";
import { openState } from "#app/domain/hours/opening-hours.ts";
import { DIETS, FEATURES } from "#app/domain/places/diets-and-features.ts";
import type { PlaceQuery } from "#app/domain/places/place-query.ts";
import { foldText } from "#app/domain/text/folding.ts";
import type { Position } from "#app/domain/walk/coordinates.ts";
import { metresBetween, walkMinutes } from "#app/domain/walk/walk.ts";

/** Everything that the base tables say of a place, without the index that lists use. */
export type ModelPlace = Awaited<ReturnType<typeof readModel>>["places"][number];
export type Model = Awaited<ReturnType<typeof readModel>>;

const DEAREST = 9999;
const BAND_PENCE = [799, 1499, 2499, DEAREST];

/** Reads all places, to filter, count and sort them naively. @param today an ISO date */
export async function readModel(campus: Position, today: string) {
  const [rows, reviews, postcodes] = await Promise.all([
    reader().place.findMany({
      include: {
        cuisines: { include: { cuisine: true } },
        diets: true,
        features: true,
        imports: true,
        openingIntervals: true,
        reviews: true,
      },
    }),
    reader().review.findMany(),
    reader().postcode.findMany(),
  ]);
  const ratings = reviews.map(({ rating }) => rating);
  const mean = ratings.length === 0 ? 0 : Math.round((10 * sum(ratings)) / ratings.length) / 10;
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  const places = rows.map((place) => {
    const own = place.reviews.map(({ rating }) => rating);
    const recent = place.reviews.filter(
      ({ visitedOn, createdAt }) => (visitedOn ?? createdAt.toISOString().slice(0, 10)) > yearAgo,
    );
    const middleOf = (kind: string) =>
      middle(
        recent.flatMap(({ pricePence, priceKind }) =>
          pricePence !== null && (priceKind ?? "meal") === kind ? [pricePence] : [],
        ),
      );
    const bandPence = BAND_PENCE[place.priceBand - 1];
    const bandOf = (kind: string) =>
      place.mainly === kind && !place.priceIsUnknown ? bandPence : undefined;
    const [drink, bite] = [middleOf("drink"), middleOf("bite")];
    const isBandOfDrinks =
      place.mainly === null
        ? place.priceBand === 1 && (drink ?? bite) !== undefined
        : place.mainly !== "meal";
    const band = isBandOfDrinks ? DEAREST : bandPence;
    const position =
      place.latitude === null
        ? postcodes.find(({ postcode }) => postcode === place.postcode)
        : place;
    return {
      ...place,
      cuisineSlugs: place.cuisines.map(({ cuisine }) => cuisine.slug),
      words: foldText(
        [
          place.name,
          place.street,
          place.postcode,
          ...place.cuisines.map(({ cuisine }) => cuisine.name),
          ...place.reviews.map(({ dish }) => dish ?? ""),
        ].join(" "),
      ).split(" "),
      reviewWords: place.reviews.map(({ body }) => foldText(body).split(" ")),
      score: own.length === 0 ? undefined : (4 * mean + sum(own)) / (4 + own.length),
      pence: {
        meal: middleOf("meal") ?? band,
        drink: drink ?? bandOf("drink"),
        bite: bite ?? bandOf("bite"),
      },
      position: position
        ? { latitude: position.latitude ?? 0, longitude: position.longitude ?? 0 }
        : undefined,
      hours:
        place.hoursConfirmedOn === null
          ? undefined
          : {
              confirmedOn: place.hoursConfirmedOn,
              bankHolidays: bankHolidays(place.bankHolidays),
              intervals: place.openingIntervals,
            },
    };
  });
  return { places, campus };
}

/** Tries every condition on every place. */
export function modelMatches(
  { places, campus }: Model,
  query: PlaceQuery,
  words: string[],
  now: Date,
): ModelPlace[] {
  return places.filter((place) => matches(place, query, words, campus, now));
}

function matches(
  place: ModelPlace,
  query: PlaceQuery,
  words: string[],
  campus: Position,
  now: Date,
): boolean {
  const metres = place.position && metresBetween(query.from ?? campus, place.position);
  const diets = place.diets.filter(({ portion }) => portion !== "none").map(({ diet }) => diet);
  const suits = (diet: string) =>
    diets.includes(diet) || (diet === "vegetarian" && diets.includes("vegan"));
  const begins = (among: string[], word: string) => among.some((other) => other.startsWith(word));
  return [
    query.includeClosed || place.closedOn === null,
    query.includeUnrecommended ||
      words.length > 0 ||
      place.imports.length === 0 ||
      place.reviews.length > 0,
    query.cuisines.length === 0 || query.cuisines.some((slug) => place.cuisineSlugs.includes(slug)),
    DIETS.every(({ diet }) => !query.diets.includes(diet) || suits(diet)),
    FEATURES.every(
      ({ feature }) =>
        !query.features.includes(feature) ||
        place.features.some((own) => own.feature === feature && own.present),
    ),
    query.price === undefined ||
      (place.pence[query.priceKind] ?? Number.POSITIVE_INFINITY) < query.price * 100,
    query.walk === undefined || (metres !== undefined && walkMinutes(metres) <= query.walk),
    query.score === undefined || (place.score !== undefined && place.score >= query.score),
    isOpen(place, query, now),
    words.every(
      (word) => begins(place.words, word) || place.reviewWords.some((body) => begins(body, word)),
    ),
  ].every(Boolean);
}

/** 0 for open, 1 for unknown hours, 2 for shut. */
export function modelOpenRank(place: ModelPlace, query: PlaceQuery, now: Date): 0 | 1 | 2 {
  const { hours, closedOn } = place;
  if (closedOn !== null) return 2;
  if (isOpen(place, { ...query, open: "now" }, now)) return 0;
  const moment = momentOnCampus(now);
  const isTrusted = query.includeUnconfirmed || (hours?.confirmedOn ?? "") >= halfYearBefore(now);
  return !isTrusted || openState(hours, moment).kind === "unknown" ? 1 : 2;
}

const openThen = new Map<string, boolean>();

// Each counted option asks the same about every place.
function isOpen(place: ModelPlace, query: PlaceQuery, now: Date): boolean {
  if (query.open === undefined) return true;
  const key = JSON.stringify([place.id, query.open, query.includeUnconfirmed, now]);
  const known = openThen.get(key) ?? isOpenThen(place, query, now);
  openThen.set(key, known);
  return known;
}

function isOpenThen(
  { hours }: ModelPlace,
  { open, includeUnconfirmed }: PlaceQuery,
  now: Date,
): boolean {
  const today = momentOnCampus(now);
  const isTrusted = includeUnconfirmed || (hours?.confirmedOn ?? "") >= halfYearBefore(now);
  return (
    isTrusted &&
    openState(hours, typeof open === "object" ? nextMoment(open, today) : today).kind === "open"
  );
}

function halfYearBefore(now: Date): string {
  const halfYearAgo = new Date(`${momentOnCampus(now).isoDate}T00:00:00Z`);
  halfYearAgo.setUTCMonth(halfYearAgo.getUTCMonth() - 6);
  return halfYearAgo.toISOString().slice(0, 10);
}

function bankHolidays(text: string | null): "usual" | "closed" | "own" | null {
  return text === "usual" || text === "closed" || text === "own" ? text : null;
}

function middle(numbers: number[]): number | undefined {
  const sorted = numbers.toSorted((one, other) => one - other);
  const two = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  return two.length === 0 ? undefined : Math.round(sum(two) / two.length);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
