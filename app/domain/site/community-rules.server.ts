import { readFileSync } from "node:fs";
import { readSettings } from "#app/db/settings.ts";
import DEFAULT_RULES from "./community-rules.md?raw";

type CommunityRules = {
  markdown: string;
  /** Why the rules of the project stand in for those of RULES_FILE. */
  problem?: string;
};

let rules: CommunityRules | undefined;

/** Read once: a change of the file counts from the next start. */
export function readCommunityRules(): CommunityRules {
  rules ??= readRules(readSettings().RULES_FILE);
  return rules;
}

export function readRules(path: string | undefined): CommunityRules {
  if (path === undefined) return { markdown: DEFAULT_RULES };
  try {
    const markdown = readFileSync(path, "utf8");
    if (markdown.trim() !== "") return { markdown };
    return { markdown: DEFAULT_RULES, problem: `RULES_FILE is empty: ${path}. ${STAND_IN}` };
  } catch {
    return { markdown: DEFAULT_RULES, problem: `RULES_FILE cannot be read: ${path}. ${STAND_IN}` };
  }
}

const STAND_IN = "The page of rules shows those that come with the site.";
