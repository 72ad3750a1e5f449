import { dietWords } from "#app/domain/places/diets-and-features.ts";
import type { PlacePage } from "#app/domain/places/place-page.server.ts";
import { placePriceWords } from "#app/domain/places/price-band.ts";
import { meanRating } from "#app/domain/reviews/rating.ts";
import { campusPosition, describeSite } from "#app/domain/site/site.server.ts";
import { firstSentence } from "#app/domain/text/cleaning.ts";
import { capitalised, countOf } from "#app/domain/text/counting.ts";
import { metresBetween, metresOfWalk, walkWords } from "#app/domain/walk/walk.ts";
import { paths } from "#app/paths.ts";
import type { PictureContent } from "./picture-content.ts";
import { pictureHash } from "./picture-hash.server.ts";

/** Minutes of walking beyond which the campus and the place do not stand on one map of streets. */
const FURTHEST = 40;

/** Nothing that is true for a day only: chats keep it for months. */
export function placePicture(place: PlacePage): { content: PictureContent; address: string } {
  const { name, street, index, closedOn, dietsAndFeatures, quote } = place;
  const { words: price, isKnown } = placePriceWords({
    ...index,
    priceBand: place.priceBand,
    mainly: place.mainly,
  });
  const mean = meanRating(index.ratingSum, index.reviewCount);
  const cuisines = place.cuisines.map((cuisine) => cuisine.name);
  const content: PictureContent = {
    siteName: describeSite().name,
    headline: name,
    plainHeadline: `${cuisines[0] ?? "A place"}, ${street}`,
    rating:
      mean === undefined
        ? undefined
        : { mean, words: `from ${countOf(index.reviewCount, "rating")}` },
    facts: [
      ...(closedOn === null ? [] : [{ words: "Closed for good", isStrong: true }]),
      ...cuisines.slice(0, 2).map((words) => ({ words: capitalised(words) })),
      ...(isKnown ? [{ words: price, isStrong: true }] : []),
      ...(index.campusMetres === null
        ? []
        : [{ words: walkWords(index.campusMetres, !index.isLocated) }]),
      ...[dietWords(dietsAndFeatures.diets)].filter(Boolean).map((words) => ({ words })),
    ],
    quote: quote === null ? undefined : wholeSentence(quote.body),
    rows: [],
    spots: spotOf(index),
  };
  return { content, address: paths.placePicture(place.slug, pictureHash(content)) };
}

function spotOf({ latitude, longitude }: PlacePage["index"]): PictureContent["spots"] {
  if (latitude === null || longitude === null) return undefined;
  const position = { latitude, longitude };
  const metres = metresBetween(campusPosition(), position);
  return metres > metresOfWalk(FURTHEST) ? undefined : [{ position }];
}

/** Undefined where it would be cut off. */
function wholeSentence(body: string): string | undefined {
  const sentence = firstSentence(body);
  return sentence.endsWith("…") ? undefined : sentence;
}
