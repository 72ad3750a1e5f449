import type { MemberDeed } from "#app/domain/moderation/member-activity.server.ts";
import { ruleWords } from "#app/domain/moderation/rules.ts";
import { compareFacts, type Difference } from "#app/domain/places/compare-facts.ts";
import { storedFacts } from "#app/domain/places/place-revisions.server.ts";
import { dayAndTime, dayInLondon } from "#app/domain/text/dates.ts";
import { paths } from "#app/paths.ts";

export type PresentedDeed = ReturnType<typeof presentDeed>;

const MOST_CHARACTERS = 300;

export function presentDeed(deed: MemberDeed) {
  const { kind, id, at, slug, placeName, text } = deed;
  return {
    key: `${kind} ${id} ${slug}`,
    at: { iso: at.toISOString(), text: dayAndTime(at) },
    what: whatOf(deed),
    text: ["sighting", "report"].includes(kind) || text === null ? undefined : shortened(text),
    differences: differencesOf(deed),
    state: stateOf(deed),
    place: {
      href: kind === "review" ? paths.moderateReview(id) : paths.moderatePlace(slug),
      label: kind === "review" ? `Their review of ${placeName}` : placeName,
    },
  };
}

const FOUND: Record<string, string> = {
  open: "Found it still here",
  closed: "Found that it has closed for good",
  moved: "Found that it has moved",
};

const REPORTED: Record<string, string> = {
  closed: "Said that it has closed",
  open: "Said that it is open again",
  moved: "Said that it has moved",
  name: "Said that it has another name",
  address: "Said that it has another address",
};

const STATES: Record<string, string> = {
  deleted: "deleted by its author",
  waiting: "waits for a moderator",
  flagged: "put aside by flags",
  "put-aside": "which put this aside",
  settled: "settled",
  undone: "undone",
  open: "waits for somebody to agree",
  agreed: "others agreed",
  "turned-down": "turned down",
  lapsed: "nobody agreed",
};

function whatOf({ kind, text, rule, other }: MemberDeed): string {
  switch (kind) {
    case "review":
      return "Reviewed";
    case "place":
      return "Recommended";
    case "correction":
      return "Corrected";
    case "sighting":
      return FOUND[text ?? ""] ?? "Was there";
    case "flag":
      return `Flagged ${other === null ? "the place" : `the review by ${other}`}: ${ruleWords(rule)}`;
    case "vote":
      return `Found the review by ${other} helpful`;
    case "merge-proposal":
      return `Said that it is the same place as ${other}`;
    case "merge":
      return `Merged the page of ${other} into it`;
    case "report":
      return REPORTED[text ?? ""] ?? "Reported it";
  }
}

function stateOf({ kind, state, rule }: MemberDeed): string | undefined {
  if (state === "hidden") return `hidden: ${ruleWords(rule)}`;
  if (state !== null) return STATES[state];
  return kind === "review" || kind === "place" ? "shown" : undefined;
}

function differencesOf({ before, after }: MemberDeed): Difference[] {
  if (before === null || after === null) return [];
  return compareFacts(storedFacts.parse(before), storedFacts.parse(after));
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= MOST_CHARACTERS
    ? text
    : `${characters.slice(0, MOST_CHARACTERS).join("")}…`;
}

type Standing = { has: boolean; isModerator: boolean; givenAt: Date | null } | undefined;

export function presentStanding(standing: Standing) {
  const { has = false, isModerator = false, givenAt = null } = standing ?? {};
  return { has, isModerator, givenOn: givenAt ? dayInLondon(givenAt) : undefined };
}
