import { usualSort } from "#app/domain/places/place-query.ts";

// The order in which an address has them.
const NAMES = [
  ...["q", "cuisine", "diet", "good", "price", "walk", "from", "score", "open", "day", "time"],
  ...["unconfirmed", "closed", "sort"],
];

/** The query of the address that the filter form asks for, like the one that the server writes: "?cuisine=pizza", or nothing. */
export function readFilters(form: HTMLFormElement): string {
  const entries = new FormData(form);
  const parameters = new URLSearchParams();
  const isAt = entries.get("open") === "at";
  for (const name of NAMES) {
    for (const value of entries.getAll(name).map(String)) {
      const isUsual =
        name === "sort" && value === usualSort({ search: String(entries.get("q") ?? "") });
      const isIdle = !isAt && (name === "day" || name === "time");
      if (value !== "" && !isUsual && !isIdle) parameters.append(name, value);
    }
  }
  return parameters.size === 0 ? "" : `?${parameters}`;
}
