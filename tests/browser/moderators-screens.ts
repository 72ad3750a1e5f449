import type { Page } from "@playwright/test";
import type { Screen } from "./screens.ts";

export const MODERATORS_SCREENS: Screen[] = [
  { name: "looking up a member", path: "/moderation/members", as: "moderator" },
  { name: "what a member did", path: "/moderation/members/rubber-duck", as: "moderator" },
  {
    name: "stopping a member",
    path: "/moderation/members/rubber-duck/stop",
    as: "moderator",
  },
  {
    name: "undoing what a member did",
    path: "/moderation/members/rubber-duck/undo?since=everything",
    as: "moderator",
  },
  { name: "the cuisines for moderators", path: "/moderation/cuisines", as: "moderator" },
  {
    name: "a moderator's decision about a cuisine",
    path: "/moderation/cuisines/coffee",
    as: "moderator",
    prepare: sendEmptyDecision,
  },
  {
    name: "the names of a member",
    path: "/moderation/members/a-regular/names",
    as: "moderator",
  },
  {
    name: "the addresses of a place",
    path: "/moderation/places/git-hummus/addresses",
    as: "moderator",
  },
  {
    name: "a moderator's decision about a version",
    path: "/places/copy-pasta/history",
    as: "moderator",
    prepare: openVersionDecision,
  },
];

export async function compareVersion(page: Page): Promise<void> {
  const compare = page.getByRole("link", { name: /^Compare this version/ });
  await compare.last().click();
  await page.getByRole("button", { name: "Restore this version" }).waitFor();
}

async function sendEmptyDecision(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Decide" }).click();
  await page.getByRole("alert").waitFor();
}

async function openVersionDecision(page: Page): Promise<void> {
  await compareVersion(page);
  await page.getByRole("link", { name: "Moderate this version" }).click();
  await page.getByRole("button", { name: "Decide" }).waitFor();
}
