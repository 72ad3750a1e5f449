import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";

const run = promisify(execFile);

export async function makeModerator(handle: string, databaseFile: string): Promise<void> {
  const env = { ...process.env, DATABASE_URL: `file:${databaseFile}` };
  await run(process.execPath, ["scripts/admin.ts", "grant", handle, "moderator"], { env });
}

/** Fills in and sends the open form. */
export async function flag(page: Page, rule: string, note: string): Promise<void> {
  await page.getByRole("radio", { name: rule }).check();
  await page.getByLabel("What should the moderator know?").fill(note);
  await page.getByRole("button", { name: "Flag it" }).click();
  await page.getByText("Thank you. A moderator will look at it.").waitFor();
}
