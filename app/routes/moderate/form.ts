import { z } from "zod";
import type { DecisionMade } from "#app/domain/moderation/decide.server.ts";
import { decisionFields, reviewRuleSchema, ruleSchema } from "#app/domain/moderation/decisions.ts";
import { type Rule, ruleWords } from "#app/domain/moderation/rules.ts";
import { tokenField } from "#app/forms/form-schema.ts";

export const NO_RULE = "Choose which rule it breaks";

export function placeDecisionForm() {
  const fields = { ...decisionFields, rule: ruleSchema.optional(), ...tokenField };
  return z.object(fields).refine(namesRule, WITHOUT_RULE);
}

export function reviewDecisionForm() {
  const fields = { ...decisionFields, rule: reviewRuleSchema.optional(), ...tokenField };
  return z.object(fields).refine(namesRule, WITHOUT_RULE);
}

type Decided = { decision: DecisionMade["decision"]; rule?: Rule | undefined };

const WITHOUT_RULE = { path: ["rule"], error: NO_RULE };

function namesRule({ decision, rule }: Decided): boolean {
  return decision !== "hide" || rule !== undefined;
}

export function decisionIn({ decision, rule }: Decided): DecisionMade | undefined {
  if (decision !== "hide") return { decision };
  return rule && { decision, rule };
}

export function sayDecision(what: "place" | "review", { decision, rule }: Decided): string {
  switch (decision) {
    case "hide":
      return `The ${what} is hidden: ${ruleWords(rule ?? null)}.`;
    case "approve":
      return `The ${what} is shown: its author’s first post is let through.`;
    case "restore":
      return `The ${what} is shown again, and its flags are settled.`;
    case "dismiss":
      return `The ${what} stays as it is, and its flags are settled.`;
    case "lock":
      return "The place is locked: it takes no reviews, corrections or sightings.";
    case "unlock":
      return "The place is unlocked: it takes posts again.";
  }
}
