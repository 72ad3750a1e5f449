import { z } from "zod";
import { RULES, RULES_FOR_REVIEWS } from "./rules.ts";

export const DECISIONS = [
  { decision: "approve", words: "Show it: it is fine" },
  { decision: "restore", words: "Show it again" },
  { decision: "dismiss", words: "Leave it as it is, and settle the flags" },
  { decision: "hide", words: "Hide it" },
  { decision: "lock", words: "Lock the place: no reviews, corrections or sightings" },
  { decision: "unlock", words: "Unlock the place" },
] as const;

export type Decision = (typeof DECISIONS)[number]["decision"];

export const ruleSchema = z.enum(
  RULES.map(({ rule }) => rule),
  "Choose which rule it breaks",
);

/** For what people write and do: only a place can be listed twice. */
export const reviewRuleSchema = z.enum(
  RULES_FOR_REVIEWS.map(({ rule }) => rule),
  "Choose which rule it breaks",
);

type State = { withheldReason: string | null; openFlags: number; isLocked?: boolean };

export function possibleDecisions({ withheldReason, openFlags, isLocked }: State): Decision[] {
  if (withheldReason === "waiting") return ["approve", "hide"];
  if (withheldReason === "flagged") return ["restore", "hide"];
  if (withheldReason === "hidden") return ["restore"];
  if (withheldReason !== null) return [];
  const locking: Decision[] = isLocked === undefined ? [] : [isLocked ? "unlock" : "lock"];
  return [...(openFlags > 0 ? (["dismiss"] as const) : []), "hide", ...locking];
}

export const decisionFields = {
  decision: z.enum(
    DECISIONS.map(({ decision }) => decision),
    "Choose what to do",
  ),
};
