import { possibleDecisions } from "#app/domain/moderation/decisions.ts";
import type { ItemReference } from "#app/domain/moderation/flagged-item.server.ts";
import {
  findPlaceToModerate,
  findReviewToModerate,
} from "#app/domain/moderation/moderated-item.server.ts";
import { ruleWords } from "#app/domain/moderation/rules.ts";
import { dayInLondon, formatDay } from "#app/domain/text/dates.ts";
import { paths } from "#app/paths.ts";

type Handle = { handle: string; leftOn: string | null };

type Flag = { rule: string; note: string | null; createdAt: Date; member: Handle };

export type ModeratedItem = NonNullable<Awaited<ReturnType<typeof loadItem>>>;

export function loadItem(item: ItemReference) {
  return "slug" in item ? loadPlace(item.slug) : loadReview(item.id);
}

async function loadPlace(slug: string) {
  const found = await findPlaceToModerate(slug);
  if (!found) return undefined;
  const { place, flags } = found;
  const { name, street, postcode, website, cuisines, isLocked, withheldReason, withheldRule } =
    place;
  return {
    title: name,
    state:
      isLocked && withheldReason === null
        ? "The place is shown, and locked."
        : stateOf("place", withheldReason, withheldRule),
    href: withheldReason === null ? paths.place(slug) : undefined,
    more: { href: paths.moderateAddresses(slug), text: "Its addresses" },
    author: place.member ? presentMember(place.member) : undefined,
    facts: [
      [street, postcode].filter(isText).join(", "),
      cuisines.map(({ cuisine }) => cuisine.name).join(", "),
      website,
    ].filter(isText),
    texts: place.withheldReviews.map(({ body }) => body),
    flags: flags.map(presentFlag),
    decisions: possibleDecisions({ withheldReason, isLocked, openFlags: flags.length }),
  };
}

async function loadReview(id: number) {
  const found = await findReviewToModerate(id);
  if (!found) return undefined;
  const { review, flags } = found;
  const { place, member, rating, body, dish, withheldReason, withheldRule } = review;
  // Nobody may read what its author deleted.
  const isDeleted = withheldReason === "deleted";
  return {
    title: `The review of ${place.name} by ${member.handle}`,
    state: stateOf("review", withheldReason, withheldRule),
    href: withheldReason === null ? paths.review(id) : undefined,
    more: undefined,
    author: presentMember(member),
    facts: isDeleted ? [] : [`${rating} out of 5`, dish].filter(isText),
    texts: isDeleted ? [] : [body],
    flags: flags.map(presentFlag),
    decisions: possibleDecisions({ withheldReason, openFlags: flags.length }),
  };
}

function presentFlag({ rule, note, createdAt, member }: Flag) {
  return {
    rule: ruleWords(rule),
    note,
    on: formatDay(dayInLondon(createdAt)),
    by: presentMember(member),
  };
}

/** Undefined for somebody who has left. */
function presentMember({ handle, leftOn }: Handle) {
  return leftOn === null ? { handle, href: paths.moderateMember(handle) } : undefined;
}

function stateOf(
  kind: "place" | "review",
  withheldReason: string | null,
  withheldRule: string | null,
): string {
  if (withheldReason === "hidden") return `The ${kind} is hidden: ${ruleWords(withheldRule)}.`;
  if (withheldReason === "flagged") return `The ${kind} is put aside, since members flagged it.`;
  if (withheldReason === "waiting") {
    return `The ${kind} waits to be shown: it is its author’s first post.`;
  }
  return withheldReason === "deleted" ? `The ${kind} was deleted.` : `The ${kind} is shown.`;
}

function isText(text: string | null): text is string {
  return Boolean(text);
}
