import { parsePage, readSearch } from "../search/read-parameters.ts";
import { parseReviewOrder, parseStars, type ReviewChoice } from "./review-order.ts";

/** @returns also sentences on what cannot be searched for */
export function parseReviewChoice(parameters: URLSearchParams): {
  choice: ReviewChoice;
  ignored: string[];
} {
  const ignored: string[] = [];
  const choice = {
    order: parseReviewOrder(parameters.get("sort")),
    stars: parseStars(parameters.get("stars")),
    search: readSearch(parameters, ignored),
    page: parsePage(parameters),
  };
  return { choice, ignored };
}
