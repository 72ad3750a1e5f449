import { ruleHref, ruleWords } from "./rules.ts";

type Held = { heldAs: string; heldRule: string | null };

/** What a page says of a thing that is put aside. Nothing of it is shown; what waits or was deleted by its author is not there. */
export function heldWords(thing: "place" | "review", { heldAs, heldRule }: Held) {
  if (heldAs === "hidden") {
    return {
      title: `A ${thing} was hidden`,
      text: `A moderator hid it. The reason: ${ruleWords(heldRule)}.`,
      link: { href: ruleHref(heldRule), text: "What the rules are" },
    };
  }
  if (heldAs !== "flagged") return undefined;
  return {
    title: `This ${thing} is being looked at`,
    text: "Members flagged it, and it is put aside until a moderator has looked at it.",
    link: { href: "/moderation#flagged", text: "How that works" },
  };
}
