import { heldWords } from "../moderation/held-words.ts";
import { findHeldPlace } from "../moderation/stubs.server.ts";

const DELETED = {
  title: "This place was taken off",
  text: "Whoever recommended it has deleted it.",
};

/** What the address of a place says that is not shown: the status, and why where that is for everybody to know. */
export async function explainMissingPlace(slug: string) {
  const held = await findHeldPlace(slug);
  if (held?.heldAs === "deleted") return { status: 410, words: DELETED };
  const words =
    held?.heldAs && heldWords("place", { heldAs: held.heldAs, heldRule: held.heldRule });
  return { status: 404, words: words || null };
}
