import { possibleDecisions } from "#app/domain/moderation/decisions.ts";
import type { ThingReference } from "#app/domain/moderation/flagged-thing.server.ts";
import {
  findPlaceToModerate,
  findReviewToModerate,
} from "#app/domain/moderation/moderated-thing.server.ts";
import { ruleWords } from "#app/domain/moderation/rules.ts";
import { placeHref } from "#app/domain/places/place-href.ts";
import { reviewHref } from "#app/domain/reviews/review-href.ts";
import { dayInLondon, formatDay } from "#app/domain/text/dates.ts";

type Flag = { rule: string; note: string | null; createdAt: Date };

export type PresentedThing = NonNullable<Awaited<ReturnType<typeof presentThing>>>;

/** What a moderator sees of a place or a review, and what can be decided about it; undefined where there is none. */
export function presentThing(thing: ThingReference) {
  return "slug" in thing ? presentPlace(thing.slug) : presentReview(thing.id);
}

async function presentPlace(slug: string) {
  const found = await findPlaceToModerate(slug);
  if (!found) return undefined;
  const { place, flags } = found;
  const { name, street, postcode, website, cuisines, isLocked, heldAs, heldRule } = place;
  return {
    title: name,
    state:
      isLocked && heldAs === null
        ? "The place is shown, and locked."
        : stateOf("place", heldAs, heldRule),
    href: heldAs === null ? placeHref(slug) : undefined,
    facts: [
      `${street}, ${postcode}`,
      cuisines.map(({ cuisine }) => cuisine.name).join(", "),
      website,
    ].filter(isText),
    texts: place.heldReviews.map(({ body }) => body),
    flags: flags.map(presentFlag),
    decisions: possibleDecisions({ heldAs, isLocked, openFlags: flags.length }),
  };
}

async function presentReview(id: number) {
  const found = await findReviewToModerate(id);
  if (!found) return undefined;
  const { review, flags } = found;
  const { place, member, rating, body, dish, heldAs, heldRule } = review;
  // What its author deleted is nobody's to read.
  const isDeleted = heldAs === "deleted";
  return {
    title: `The review of ${place.name} by ${member.handle}`,
    state: stateOf("review", heldAs, heldRule),
    href: heldAs === null ? reviewHref(id) : undefined,
    facts: isDeleted ? [] : [`${rating} out of 5`, dish].filter(isText),
    texts: isDeleted ? [] : [body],
    flags: flags.map(presentFlag),
    decisions: possibleDecisions({ heldAs, openFlags: flags.length }),
  };
}

function presentFlag({ rule, note, createdAt }: Flag) {
  return { rule: ruleWords(rule), note, on: formatDay(dayInLondon(createdAt)) };
}

function stateOf(kind: "place" | "review", heldAs: string | null, heldRule: string | null): string {
  if (heldAs === "hidden") return `The ${kind} is hidden: ${ruleWords(heldRule)}.`;
  if (heldAs === "flagged") return `The ${kind} is put aside, since members flagged it.`;
  if (heldAs === "waiting") return `The ${kind} waits to be shown: it is its author’s first post.`;
  return heldAs === "deleted" ? `The ${kind} was deleted.` : `The ${kind} is shown.`;
}

function isText(text: string | null): text is string {
  return Boolean(text);
}
