import { meanRating } from "#app/domain/reviews/rating.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { withoutMarks } from "./marks.ts";
import type { PresentedPlace } from "./present.ts";

const MOST_NAMED = 3;

type List = { count: number; places: PresentedPlace[] };

/** "9 places near Campus (vegan, under £8): 404 Falafel Not Found, 4.3, £7.20; and so on". @param filters their names */
export function describeList({ count, places }: List, filters: string[], campus: string): string {
  const such = filters.length === 0 ? "" : ` (${filters.join(", ")})`;
  const first = places.slice(0, MOST_NAMED).map(({ name, ratingSum, reviewCount, price }) => {
    const mean = meanRating(ratingSum, reviewCount);
    return [withoutMarks(name), ...(mean === undefined ? [] : [mean]), price].join(", ");
  });
  const named = first.length === 0 ? "" : `: ${first.join("; ")}`;
  return `${countOf(count, "place")} near ${campus}${such}${named}.`;
}
