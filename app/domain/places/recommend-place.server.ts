import { chosenCuisines } from "../cuisines/chosen-cuisines.ts";
import { cuisineSlug } from "../cuisines/cuisine-name.ts";
import type { Hours } from "../hours/hours-fields.ts";
import { listStatements } from "../lists/list-statements.server.ts";
import { postsWait, waitWithReview } from "../moderation/post-guards.server.ts";
import { type Author, plan, postOnce, stop } from "../posting/post-once.server.ts";
import type { ReviewContent } from "../reviews/review-fields.ts";
import { dayInLondon } from "../text/dates.ts";
import type { ApproximateWalk } from "../walk/approximate-walk.ts";
import type { Position } from "../walk/coordinates.ts";
import { isKnownPostcode } from "../walk/postcode-table.server.ts";
import { DIETS, type Diet, type Portion } from "./diets-and-features.ts";
import { findDuplicates, placeNameKey } from "./find-duplicates.server.ts";
import type { Mainly } from "./mainly.ts";
import { findFreeSlug } from "./slug.server.ts";

type NewPlace = {
  name: string;
  street: string;
  postcode: string | null;
  position: Position | undefined;
  approximateWalk: ApproximateWalk | null | undefined;
  priceBand: number;
  website: string | undefined;
  /** Slugs of cuisines that exist. */
  cuisines: string[];
  /** The name of one more cuisine, which need not exist. */
  newCuisine: string | undefined;
  mainly: Mainly | null;
  diets: Partial<Record<Diet, Portion>>;
  hours: Hours;
};

/**
 * Adds a place with its first review, and its author and a new cuisine where they do not exist yet: all or nothing. That it was
 * there counts as a sighting.
 * Where there are duplicates nearby, and nobody has said that this is a different place, they are the answer instead.
 * @param formSecret what only the sender of the form knows, by which posting it again is recognised
 */
export function recommendPlace(
  place: NewPlace,
  review: ReviewContent,
  author: Author,
  { formSecret, isDifferent }: { formSecret: string; isDifferent: boolean },
  now = new Date(),
) {
  return postOnce(author, formSecret, async (writer, member) => {
    const duplicates = isDifferent ? [] : await findDuplicates(writer, place);
    if (duplicates.length > 0) return stop({ kind: "duplicates", duplicates });
    const isLocated =
      place.position !== undefined || (await isKnownPostcode(place.postcode, writer));
    if (!isLocated && place.approximateWalk === undefined) return stop({ kind: "nowhere" });
    const slug = await findFreeSlug(writer, place.name);
    const waits = await postsWait(writer, member);
    const data = {
      ...columns(place, now),
      slug,
      member: { connect: member },
      reviews: { create: { ...review, member: { connect: member } } },
      sightings: { create: { state: "open", createdAt: now, member: { connect: member } } },
      ...(waits && { withheldReason: "waiting", withheldAt: now }),
    };
    const missing = missingFacts(place, review, isLocated);
    return plan(waits ? { unseen: "waiting" } : { place: slug, missing }, [
      writer.place.create({ data }),
      ...listStatements(writer, { slug, list: "been" }, member),
      ...(waits ? waitWithReview(writer, slug, member, now) : []),
    ]);
  });
}

function columns(place: NewPlace, now: Date) {
  const { name, street, postcode, position, approximateWalk, priceBand, mainly, website, hours } =
    place;
  const diets = { ...dietsOfCuisines(place), ...place.diets };
  return {
    name,
    nameKey: placeNameKey(name),
    street,
    postcode,
    ...position,
    approximateWalk: approximateWalk ?? null,
    priceBand,
    mainly,
    website,
    cuisines: { create: chosenCuisines(place) },
    diets: { create: Object.entries(diets).map(([diet, portion]) => ({ diet, portion })) },
    ...(hours && {
      hoursConfirmedOn: dayInLondon(now),
      bankHolidays: hours.bankHolidays,
      openingIntervals: { create: hours.intervals },
    }),
  };
}

/** All of the menu of a place that serves "Vegan" is. */
function dietsOfCuisines({ cuisines, newCuisine }: Pick<NewPlace, "cuisines" | "newCuisine">) {
  const served = new Set([...cuisines, ...(newCuisine ? [cuisineSlug(newCuisine)] : [])]);
  return Object.fromEntries(
    DIETS.filter(({ diet }) => served.has(diet)).map(({ diet }) => [diet, "all" as const]),
  );
}

/** What the main question asks and nobody has said yet, what matters most first. */
function missingFacts(place: NewPlace, review: ReviewContent, isLocated: boolean) {
  const isVeganKnown = "vegan" in place.diets || "vegan" in dietsOfCuisines(place);
  return [
    ...(isLocated ? [] : ["position" as const]),
    ...(place.hours ? [] : ["hours" as const]),
    ...(isVeganKnown ? [] : ["vegan" as const]),
    ...(review.pricePence === null ? ["price" as const] : []),
    ...(review.dish === null ? ["dish" as const] : []),
  ];
}
