import type { MemberDeed } from "#app/domain/moderation/member-activity.server.ts";
import { ruleWords } from "#app/domain/moderation/rules.ts";
import { compareFacts, type Difference } from "#app/domain/places/compare-facts.ts";
import { storedFacts } from "#app/domain/places/place-revisions.server.ts";
import { dayAndTime } from "#app/domain/text/dates.ts";
import { paths } from "#app/paths.ts";

export type PresentedDeed = ReturnType<typeof presentDeed>;

const MOST_CHARACTERS = 300;

export function presentDeed(deed: MemberDeed) {
  const { kind, id, at, slug, placeName, text } = deed;
  return {
    key: `${kind} ${id} ${slug}`,
    at: { iso: at.toISOString(), text: dayAndTime(at) },
    what: whatOf(deed),
    text: kind === "sighting" || text === null ? undefined : shortened(text),
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
  }
}

function stateOf({ kind, state, rule }: MemberDeed): string | undefined {
  switch (state) {
    case "hidden":
      return `Hidden: ${ruleWords(rule)}`;
    case "deleted":
      return "Deleted by its author";
    case "waiting":
      return "Waits for a moderator";
    case "flagged":
      return "Put aside by flags";
    case "put-aside":
      return "It put this aside";
    case "settled":
      return "Settled";
    default:
      return kind === "review" || kind === "place" ? "Shown" : undefined;
  }
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
