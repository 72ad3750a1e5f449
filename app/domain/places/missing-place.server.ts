import { findWithheldPlace } from "../moderation/hidden-review-notes.server.ts";
import { withheldWords } from "../moderation/withheld-words.ts";

const DELETED = {
  title: "This place was taken off",
  text: "Whoever recommended it has deleted it.",
};

/** What the address of a place says that is not shown: the status, and why where that is for everybody to know. */
export async function explainMissingPlace(slug: string) {
  const held = await findWithheldPlace(slug);
  if (held?.withheldReason === "deleted") return { status: 410, words: DELETED };
  const words =
    held?.withheldReason &&
    withheldWords("place", {
      withheldReason: held.withheldReason,
      withheldRule: held.withheldRule,
    });
  return { status: 404, words: words || null };
}
