import { parsePage, readSearch } from "../search/read-parameters.ts";
import { searchWords } from "../search/words.ts";
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
    search: readWords(parameters, ignored),
    page: parsePage(parameters),
  };
  return { choice, ignored };
}

function readWords(parameters: URLSearchParams, ignored: string[]): string {
  const search = readSearch(parameters, ignored);
  if (search === "" || searchWords(search).length > 0) return search;
  ignored.push(`“${search}” finds nothing: it has no letter or number, so it is left out.`);
  return "";
}
