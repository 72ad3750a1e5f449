import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import { becomeMember } from "./posting.ts";

const run = promisify(execFile);

/** Makes somebody a moderator, as an operator does. */
export async function makeModerator(handle: string, databaseFile: string): Promise<void> {
  const env = { ...process.env, DATABASE_URL: `file:${databaseFile}` };
  await run(process.execPath, ["scripts/admin.ts", "grant", handle, "moderator"], { env });
}

/** Flags what the form that is open is about. */
export async function flag(page: Page, rule: string, note: string): Promise<void> {
  await page.getByRole("radio", { name: rule }).check();
  await page.getByLabel("What should the moderator know?").fill(note);
  await page.getByRole("button", { name: "Flag it" }).click();
  await page.getByText("Thank you. A moderator will look at it.").waitFor();
}

/** Flags a place as somebody new, becomes a moderator and opens a page of theirs. */
export async function openAsModerator(
  page: Page,
  databaseFile: string,
  path: string,
): Promise<void> {
  const handle = await becomeMember(page);
  await page.goto("/places/git-hummus/flag");
  await flag(page, "spam", "The same words as on the leaflet, and the shop’s own photos.");
  await makeModerator(handle, databaseFile);
  await page.goto(path);
}
