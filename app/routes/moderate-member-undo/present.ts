import { compareFacts, type Difference } from "#app/domain/places/compare-facts.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { canBeParted, type MergeToUndo } from "#app/domain/undoing/merges-of-member.server.ts";
import type { PlaceUndo } from "#app/domain/undoing/plan-undo.server.ts";
import type { previewUndo } from "#app/domain/undoing/preview-undo.server.ts";
import { paths } from "#app/paths.ts";

type Preview = Awaited<ReturnType<typeof previewUndo>>;

export type PresentedPreview = ReturnType<typeof presentPreview>;
export type PresentedUndo = ReturnType<typeof presentUndo>;

export function presentPreview({ plans, merges, more, reviewed, recommended }: Preview) {
  return {
    merges: merges.map(presentMerge),
    places: plans
      .map(presentUndo)
      .filter(
        ({ changes, undone, left, kept }) =>
          changes.length + undone.length + left.length + kept.length > 0,
      ),
    more,
    reviewed,
    recommended: recommended.map(({ slug, name }) => ({ name, href: paths.moderatePlace(slug) })),
  };
}

function presentMerge(merge: MergeToUndo) {
  const { id, fromName, intoName, intoSlug, isTooOld } = merge;
  const whyLeft = isTooOld
    ? "stay one: it was more than 30 days ago"
    : "stay one: others wrote there since";
  return {
    id,
    pages: `${fromName} and ${intoName}`,
    href: paths.moderatePlace(intoSlug),
    whatBecomes: canBeParted(merge) ? "are two pages again" : whyLeft,
  };
}

function presentUndo(undo: PlaceUndo) {
  const { place, present, facts } = undo;
  return {
    name: place.name,
    href: paths.moderatePlace(place.slug),
    changes: compareFacts(present, facts.target),
    undone: undoneOf(undo),
    left: leftOf(undo),
    kept: keptOf(undo),
  };
}

const SEEN: Record<string, string> = {
  open: "“It is still here”",
  closed: "“It has closed for good”",
  moved: "“It has moved”",
};

function undoneOf({ sightings, flags, votes, proposals, reports }: PlaceUndo): string[] {
  const restored = flags.filter(({ isReason }) => isReason).length;
  return [
    ...sightings.map((state) => SEEN[state] ?? state),
    ...counted(flags.length, "flag"),
    ...(restored > 0 ? [`${countOf(restored, "thing is", "things are")} shown again`] : []),
    ...counted(reports, "report"),
    ...counted(votes, "vote"),
    ...counted(proposals, "proposal to merge", "proposals to merge"),
  ];
}

function leftOf({ facts: { left } }: PlaceUndo): Difference[] {
  return left ? compareFacts(left.before, left.set) : [];
}

function keptOf({ flags, mergedSince }: PlaceUndo): string[] {
  const aside = flags.filter(({ isLeft }) => isLeft).length;
  return [
    ...(aside > 0
      ? [`${countOf(aside, "thing stays", "things stay")} aside: enough others flagged it`]
      : []),
    ...(mergedSince > 0
      ? [`${countOf(mergedSince, "correction")} from before this page was merged with another`]
      : []),
  ];
}

function counted(count: number, ...words: [singular: string, plural?: string]): string[] {
  return count > 0 ? [countOf(count, ...words)] : [];
}
