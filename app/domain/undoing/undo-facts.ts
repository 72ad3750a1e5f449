import { isDeepStrictEqual } from "node:util";
import type { KeptFacts } from "../places/place-facts-schema.ts";
import { partsOf, withPart } from "./fact-parts.ts";

/** A revision, and whether it is one of those to undo. What a moderator has hidden is never put back. */
export type Made = { facts: KeptFacts; at: Date; isTheirs: boolean; isHidden?: boolean };

export type FactsUndone = {
  target: KeptFacts;
  /** Facts that others changed since: as they would be put back, and as they had been set. */
  left: { before: KeptFacts; set: KeptFacts } | undefined;
  /** When the hours that are put back were said. */
  hoursSaidAt: Date | undefined;
};

/**
 * A part is put back only where its present value is what they set last, to what it was before
 * they, and nobody else since, changed it. @param revisions the oldest first
 */
export function undoFacts(revisions: Made[], present: KeptFacts): FactsUndone {
  let target = present;
  let before = present;
  let set = present;
  let hoursSaidAt: Date | undefined;
  const parts = new Set(revisions.flatMap(({ facts }) => [...partsOf(facts).keys()]));
  for (const part of parts) {
    const changes = changesOf(revisions, part);
    const theirs = changes.filter(({ made }) => made.isTheirs);
    const first = theirs[0];
    const last = theirs.at(-1);
    if (!first || !last) continue;
    const since = startOfRun(changes);
    const isLast = changes.at(-1) === last && isSame(part, last.made.facts, present);
    if (isLast && !since.was.isHidden) {
      target = withPart(target, part, since.was.facts);
      if (part === "hours") hoursSaidAt = saidAt(changes, since, revisions);
    } else if (!isSame(part, first.was.facts, present)) {
      before = withPart(before, part, first.was.facts);
      set = withPart(set, part, last.made.facts);
    }
  }
  const left = isDeepStrictEqual(before, set) ? undefined : { before, set };
  return { target, left, hoursSaidAt };
}

type Change = { was: Made; made: Made };

function changesOf(revisions: Made[], part: string): Change[] {
  return revisions.flatMap((made, index) => {
    const was = revisions[index - 1];
    return was && !isSame(part, was.facts, made.facts) ? [{ was, made }] : [];
  });
}

/** The first of the changes at the end that are all theirs. */
function startOfRun(changes: Change[]): Change {
  const [last, ...earlier] = changes.toReversed();
  if (!last) throw new Error("There is no change.");
  let start = last;
  for (const change of earlier) {
    if (!change.made.isTheirs) break;
    start = change;
  }
  return start;
}

function saidAt(changes: Change[], since: Change, revisions: Made[]): Date | undefined {
  const earlier = changes[changes.indexOf(since) - 1];
  return (earlier?.made ?? revisions[0])?.at;
}

function isSame(part: string, one: KeptFacts, other: KeptFacts): boolean {
  return isDeepStrictEqual(partsOf(one).get(part), partsOf(other).get(part));
}
