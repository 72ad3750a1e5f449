import { PLACE_QUERY_NAMES } from "#app/domain/places/place-query.ts";

/**
 * Whether an address is as a form sends it, with what was left at "any" and a day that nobody asked for. It leads to the
 * short address, which can be read and passed on.
 */
export function isAsFormsSend(parameters: URLSearchParams): boolean {
  const asksForDay = parameters.get("open") === "at";
  return PLACE_QUERY_NAMES.some((name) => {
    if (name === "day" || name === "time") return parameters.has(name) && !asksForDay;
    return parameters.getAll(name).includes("");
  });
}
