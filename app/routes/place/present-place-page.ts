import type { PlacePage } from "#app/domain/places/place-page.server.ts";
import { EVERY_PLACE } from "#app/domain/places/place-query.ts";
import { placePriceWords } from "#app/domain/places/price-band.ts";
import { shortWebsite } from "#app/domain/places/website.ts";
import type { ListedReview } from "#app/domain/reviews/list-reviews.server.ts";
import { formatPounds, paidWords } from "#app/domain/reviews/price.ts";
import { firstSentence } from "#app/domain/text/cleaning.ts";
import { dayInLondon, dayOfYear, formatDay } from "#app/domain/text/dates.ts";
import { walkWords } from "#app/domain/walk/walk.ts";
import { paths } from "#app/paths.ts";
import { anchorOfReview } from "#app/ui/review-anchor.ts";
import { presentDirections } from "./present-directions.ts";

export type PresentedPlace = ReturnType<typeof presentPlacePage>;
export type PresentedQuote = NonNullable<ReturnType<typeof presentQuote>>;
export type PresentedReview = ReturnType<typeof presentReview>;

export function presentPlacePage(place: PlacePage) {
  return {
    name: place.name,
    isLocked: place.isLocked,
    slug: place.slug,
    street: place.street,
    postcode: place.postcode,
    price: presentPrice(place),
    walk: presentWalk(place),
    directions: presentDirections(place),
    website:
      place.website === null
        ? undefined
        : { href: place.website, text: shortWebsite(place.website) },
    closed: place.closedOn === null ? undefined : formatDay(place.closedOn),
    cuisines: place.cuisines
      .map(({ slug, name }) => ({
        name,
        href: paths.places({ ...EVERY_PLACE, cuisines: [slug] }),
      }))
      .sort((one, other) => one.name.localeCompare(other.name, "en-GB")),
    recommended: {
      by: place.member ? presentMember(place.member) : undefined,
      on: formatDay(dayInLondon(place.createdAt)),
    },
    sources: place.sources,
    isUnrecommended: place.index.isImported && place.index.reviewCount === 0,
    vanished: place.vanishedOn === null ? undefined : formatDay(place.vanishedOn),
    reviewCount: place.index.reviewCount,
    ratingSum: place.index.ratingSum,
  };
}

/** With fewer reviews all of them are as near as the sentence. */
const LEAST_QUOTED = 3;

/** @param reviews those on the same page, of which one may be all that is quoted */
export function presentQuote(
  { quote, index }: PlacePage,
  reviews: PresentedReview[],
  today: string,
) {
  if (quote === null || index.reviewCount < LEAST_QUOTED) return undefined;
  const { id, body, by, on } = quote;
  const text = firstSentence(body);
  const whole = reviews.find((review) => review.id === id && review.body === text);
  return { id, text, by, on: dayOfYear(on, today), whole };
}

/** The median of recent prices of a meal, or else the place's price band, and what drinks and bites cost. */
function presentPrice({ priceBand, mainly, index }: PlacePage) {
  const { medianPence, priceCount, drinkPence, drinkCount, bitePence, biteCount } = index;
  const { words, isKnown } = placePriceWords({
    priceBand,
    mainly,
    medianPence,
    drinkPence,
    bitePence,
  });
  return {
    meal: isKnown ? words : undefined,
    of:
      medianPence === null
        ? undefined
        : `${middleOf(priceCount)} paid for a meal in the last 12 months`,
    others: [
      ...(drinkPence === null
        ? []
        : [`drinks ${formatPounds(drinkPence)} (${middleOf(drinkCount)})`]),
      ...(bitePence === null ? [] : [`bites ${formatPounds(bitePence)} (${middleOf(biteCount)})`]),
    ],
  };
}

function middleOf(count: number): string {
  return count === 1 ? "the one price" : `the middle of ${count} prices`;
}

function presentWalk({ name, closedOn, index }: PlacePage) {
  if (index.campusMetres === null) return undefined;
  const words = walkWords(index.campusMetres, !index.isLocated);
  if (!index.isLocated) return { words, href: undefined };
  const href = paths.map({
    ...EVERY_PLACE,
    search: name.slice(0, 100),
    includeClosed: closedOn !== null,
  });
  return { words, href };
}

function presentMember({ handle, leftOn }: ListedReview["member"]) {
  return { handle, hasLeft: leftOn !== null };
}

export function presentReview(review: ListedReview, today: string) {
  const posted = dayInLondon(review.createdAt);
  const updated = dayInLondon(review.updatedAt);
  return {
    id: review.id,
    helpful: review.helpful,
    anchor: anchorOfReview(review),
    rating: review.rating,
    by: presentMember(review.member),
    body: review.body,
    dish: review.dish ?? undefined,
    price: paidWords(review),
    day: { iso: review.visitedOn ?? posted, text: dayOfYear(review.visitedOn ?? posted, today) },
    isVisited: review.visitedOn !== null,
    updated: updated === posted ? undefined : dayOfYear(updated, today),
  };
}
