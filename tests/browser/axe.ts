import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export function findViolations(page: Page): Promise<string[]> {
  return findBroken(page, RULES);
}

/** All that can differ between light and dark. */
export function findFaintText(page: Page): Promise<string[]> {
  return findBroken(page, ["color-contrast", "link-in-text-block"]);
}

async function findBroken(page: Page, rules: string[]): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ runOnly: rules, resultTypes: ["violations"] })
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ""}`),
  );
}
