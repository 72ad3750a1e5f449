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

/** The id in an address. Throws a 404 where it is none. */
export function idIn(text: string | undefined): number {
  const parsed = idSchema.safeParse(text);
  if (!parsed.success) throw data(null, { status: 404 });
  return parsed.data;
}

/** The place or the review that the address of a screen names. Throws a 404 for neither. */
export function itemIn(params: { slug?: string | undefined; id?: string | undefined }) {
  const item: ItemReference =
    params.slug === undefined ? { id: idIn(params.id) } : { slug: params.slug };
  return item;
}

/** What a screen of a place throws when the place is not shown: a page that says why, as far as that is public. */
export async function missingPlace(slug: string) {
  return missing("place", await findWithheldPlace(slug));
}

/** The same for a screen of a review, which is gone with its place. */
export async function missingReview(id: number) {
  const found = await findWithheldReview(id);
  return found?.place ? missing("place", found.place) : missing("review", found?.review);
}

/** The same for a screen of either. */
export function missingItem(item: ItemReference) {
  return "slug" in item ? missingPlace(item.slug) : missingReview(item.id);
}

type Withheld = { withheldReason: string | null; withheldRule: string | null };

/** What waits, and what the author of a review deleted, is not there at all. */
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
