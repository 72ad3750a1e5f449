import { data } from "react-router";
import { z } from "zod";
import type { ItemReference } from "#app/domain/moderation/flagged-item.server.ts";
import { ruleWords } from "#app/domain/moderation/rules.ts";
import { findWithheldPlace, findWithheldReview } from "#app/domain/moderation/withheld.server.ts";
import { paths } from "#app/paths.ts";

const idSchema = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number);

/** Throws a 404. */
export function idIn(text: string | undefined): number {
  const parsed = idSchema.safeParse(text);
  if (!parsed.success) throw data(null, { status: 404 });
  return parsed.data;
}

/** Throws a 404. */
export function itemIn(params: { slug?: string | undefined; id?: string | undefined }) {
  const item: ItemReference =
    params.slug === undefined ? { id: idIn(params.id) } : { slug: params.slug };
  return item;
}

/** A 404 or 410 to throw, with the reason as far as that is public. */
export async function missingPlace(slug: string) {
  return missing("place", await findWithheldPlace(slug));
}

export async function missingReview(id: number) {
  const withheld = await findWithheldReview(id);
  return withheld?.place ? missing("place", withheld.place) : missing("review", withheld?.review);
}

export function missingItem(item: ItemReference) {
  return "slug" in item ? missingPlace(item.slug) : missingReview(item.id);
}

type Withheld = { withheldReason: string | null; withheldRule: string | null };

/** What waits, and a review that its author deleted, are as if they did not exist. */
function missing(kind: "place" | "review", withheld: Withheld | null | undefined) {
  switch (withheld?.withheldReason) {
    case "hidden":
      return page(404, {
        title: `A ${kind} was hidden`,
        text: `A moderator hid it. The reason: ${ruleWords(withheld.withheldRule)}.`,
        link: { href: paths.rule(withheld.withheldRule), text: "What the rules are" },
      });
    case "flagged":
      return page(404, {
        title: `This ${kind} is being looked at`,
        text: "Members flagged it, and it is put aside until a moderator has looked at it.",
        link: { href: paths.moderationFlagged, text: "How that works" },
      });
    case "deleted":
      return kind === "place" ? page(410, PLACE_DELETED) : page(404, null);
    default:
      return page(404, null);
  }
}

const PLACE_DELETED = {
  title: "This place was taken off",
  text: "The member who recommended it has deleted it.",
};

type Words = { title: string; text: string; link?: { href: string; text: string } };

function page(status: number, words: Words | null) {
  return data(words, { status });
}
