import type { MergeOfPlace } from "#app/domain/merging/place-merges.server.ts";
import { ruleWords } from "#app/domain/moderation/rules.ts";
import { compareFacts, type Difference } from "#app/domain/places/compare-facts.ts";
import type { ImportSource } from "#app/domain/places/imported-facts.ts";
import { CHANGES_PER_PAGE, type Revision } from "#app/domain/places/place-revisions.server.ts";
import { dayInLondon, formatDay } from "#app/domain/text/dates.ts";
import { paths } from "#app/paths.ts";

export type PresentedChange = {
  id: number;
  on: { iso: string; text: string };
  by: string;
  isRecommendation: boolean;
  isImport: boolean;
  isUndo: boolean;
  /** Whether a moderator has hidden the version right before it. */
  isAfterHidden: boolean;
  /** Undefined where the version before is hidden, and for the recommendation itself. */
  differences: Difference[] | undefined;
  /** Why a moderator has hidden this version. */
  hidden: { words: string; href: string } | undefined;
  /** The version's page; undefined for the current version, and for one that is hidden. */
  href: string | undefined;
};

type Page = { older: Revision | null; hasLatest: boolean };

/**
 * @param revisions a page of them, newest first, and one older to compare the last with
 * @param older the last one before those that is not hidden
 */
export function presentHistory(
  slug: string,
  revisions: Revision[],
  { older, hasLatest }: Page,
): PresentedChange[] {
  return revisions.slice(0, CHANGES_PER_PAGE).map((revision, index) => {
    const { id, createdAt, isUndo, facts, hiddenRule } = revision;
    const earlier = revisions.slice(index + 1);
    const before = earlier.find((one) => one.hiddenRule === null) ?? older;
    const isCurrent = hasLatest && index === 0;
    const isFirst = earlier.length === 0 && older === null;
    const isHidden = hiddenRule !== null;
    const day = dayInLondon(createdAt);
    return {
      id,
      on: { iso: day, text: formatDay(day) },
      by: authorWords(revision),
      isUndo,
      isAfterHidden: earlier[0] !== undefined && earlier[0].hiddenRule !== null,
      isRecommendation: isFirst && revision.source === null,
      isImport: revision.source !== null,
      differences: isHidden || !before ? undefined : compareFacts(before.facts, facts),
      hidden: isHidden ? { words: ruleWords(hiddenRule), href: paths.rule(hiddenRule) } : undefined,
      href: isCurrent || isHidden ? undefined : paths.placeVersion(slug, id),
    };
  });
}

const SOURCES = {
  fhrs: "the Food Standards Agency’s register",
  osm: "OpenStreetMap",
  places: "an imported list",
};

function authorWords({ by, isUndo, source }: Revision): string {
  if (by !== undefined) return by;
  if (source !== null) return SOURCES[source];
  return isUndo ? "a moderator" : "a former member";
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

export function presentRecommendation(
  place: { createdAt: Date; member: { handle: string } | null },
  [source]: ImportSource[],
): string {
  const on = formatDay(dayInLondon(place.createdAt));
  if (source && !place.member) {
    return `Nothing has been changed since it was added from ${SOURCES[source]} on ${on}.`;
  }
  return `Nothing has been changed since ${place.member ? `${place.member.handle} recommended it` : "it was recommended"} on ${on}.`;
}
