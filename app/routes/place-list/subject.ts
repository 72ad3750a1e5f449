import type { PlaceQuery } from "#app/domain/places/place-query.ts";

/** What a list is about, for its title: the cuisines or the words that are searched for, or places. */
export function subjectOf(
  { search, cuisines }: PlaceQuery,
  known: { slug: string; name: string }[],
): string {
  const names = known.filter(({ slug }) => cuisines.includes(slug)).map(({ name }) => name);
  if (search !== "")
    return [`“${search}”`, ...(names.length > 0 ? [names.join(" or ")] : [])].join(", ");
  return names.length > 0 ? names.join(" or ") : "Places";
}
