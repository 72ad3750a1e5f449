import type { MergeOfPlace } from "#app/domain/merging/place-merges.server.ts";
import { compareFacts, type Difference } from "#app/domain/places/compare-facts.ts";
import { CHANGES_PER_PAGE, type Revision } from "#app/domain/places/place-revisions.server.ts";
import { dayInLondon, formatDay } from "#app/domain/text/dates.ts";
import { paths } from "#app/paths.ts";

export type PresentedChange = {
  id: number;
  on: { iso: string; text: string };
  by: string;
  isUndo: boolean;
  /** Undefined for the recommendation itself. */
  differences: Difference[] | undefined;
  /** The version's page; undefined for the current version. */
  href: string | undefined;
};

/** @param revisions a page of them, newest first, and one older to compare the last with */
export function presentHistory(
  slug: string,
  revisions: Revision[],
  hasLatest: boolean,
): PresentedChange[] {
  return revisions.slice(0, CHANGES_PER_PAGE).map((revision, index) => {
    const { id, createdAt, by, isUndo, facts } = revision;
    const before = revisions[index + 1];
    const day = dayInLondon(createdAt);
    return {
      id,
      on: { iso: day, text: formatDay(day) },
      by: by ?? (isUndo ? "a moderator" : "a former member"),
      isUndo,
      differences: before && compareFacts(before.facts, facts),
      href: hasLatest && index === 0 ? undefined : `${paths.placeHistory(slug)}/${id}`,
    };
  });
}

export type PresentedMerge = ReturnType<typeof presentMerge>;

export function presentMerge({ id, name, slug, at, undoneAt }: MergeOfPlace) {
  return {
    id,
    name: name ?? undefined,
    href: slug === null ? undefined : paths.place(slug),
    on: formatDay(dayInLondon(at)),
    undoneOn: undoneAt ? formatDay(dayInLondon(undoneAt)) : undefined,
  };
}

export function presentRecommendation(place: {
  createdAt: Date;
  member: { handle: string } | null;
}): string {
  const on = formatDay(dayInLondon(place.createdAt));
  return `Nothing has been changed since ${place.member ? `${place.member.handle} recommended it` : "it was recommended"} on ${on}.`;
}
