import { paths } from "#app/paths.ts";
import { ruleWords } from "./rules.ts";

type Held = { withheldReason: string; withheldRule: string | null };

/** What a page says of a thing that is put aside. Nothing of it is shown; what waits or was deleted by its author is not there. */
export function withheldWords(thing: "place" | "review", { withheldReason, withheldRule }: Held) {
  if (withheldReason === "hidden") {
    return {
      title: `A ${thing} was hidden`,
      text: `A moderator hid it. The reason: ${ruleWords(withheldRule)}.`,
      link: { href: paths.rule(withheldRule), text: "What the rules are" },
    };
  }
  if (withheldReason !== "flagged") return undefined;
  return {
    title: `This ${thing} is being looked at`,
    text: "Members flagged it, and it is put aside until a moderator has looked at it.",
    link: { href: "/moderation#flagged", text: "How that works" },
  };
}
