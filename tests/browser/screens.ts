import type { Page } from "@playwright/test";
import { compareVersion, MODERATORS_SCREENS } from "./moderators-screens.ts";
import type { Person } from "./people.ts";
import { becomeMember } from "./posting.ts";

export type Screen = {
  name: string;
  path: string;
  /** A stranger by default. */
  as?: Person;
  /** Brings the opened screen into the intended state. */
  prepare?: (page: Page) => Promise<void>;
};

const DUPLICATE = new URLSearchParams({
  name: "Stack Overflow Pancake",
  street: "10 Semaphore Row",
  postcode: "N0 4SR",
});

export const SCREENS: Screen[] = [
  { name: "the first page", path: "/" },
  { name: "a filtered list", path: "/places?cuisine=coffee&cuisine=vegan&closed=1" },
  { name: "nothing found", path: "/places?cuisine=greek" },
  { name: "the form for a place", path: "/places/new" },
  {
    name: "the first part of that form with problems",
    path: "/places/new",
    prepare: sendEmptyFirstPart,
  },
  { name: "the question whether a place is listed already", path: `/places/new?${DUPLICATE}` },
  { name: "the form for a place as a whole", path: `/places/new?${DUPLICATE}&differentPlace=yes` },
  {
    name: "the form for a place with problems",
    path: `/places/new?${DUPLICATE}&differentPlace=yes`,
    prepare: sendEmptyForm,
  },
  {
    name: "the choice of another page of a place",
    path: "/places/stack-overflow-pancakes/merge?q=pancake",
  },
  {
    name: "the form that makes two pages one",
    path: "/places/stack-overflow-pancakes/merge?with=the-stack-overflow-pancake-cafe",
  },
  { name: "a place with many reviews", path: "/places/null-pointer-coffee" },
  { name: "a place without reviews", path: "/places/uninitialised-coffee" },
  { name: "the form for a review", path: "/places/root-access/review" },
  { name: "the form for hours", path: "/places/null-pointer-coffee/hours" },
  { name: "the form for diets and features", path: "/places/null-pointer-coffee/facts" },
  { name: "the form that corrects a place", path: "/places/null-pointer-coffee/edit" },
  {
    name: "the form for what somebody found",
    path: "/places/null-pointer-coffee/seen?found=moved",
  },
  { name: "a place that nobody has changed", path: "/places/git-hummus/history" },
  {
    name: "the form for one's own review",
    path: "/places/git-hummus/review",
    as: "member",
    prepare: (page) => page.getByText("What you said before").click(),
  },
  {
    name: "the question before a review is deleted",
    path: "/places/git-hummus/review",
    as: "member",
    prepare: askToDeleteReview,
  },
  { name: "what a member deleted", path: "/account/deleted", as: "member" },
  { name: "the changes of a place", path: "/places/copy-pasta/history" },
  {
    name: "a version of a place",
    path: "/places/copy-pasta/history",
    as: "member",
    prepare: compareVersion,
  },
  { name: "a place of which a newcomer reports something", path: "/places/copy-pasta" },
  { name: "what newcomers report of a place", path: "/places/copy-pasta/reports" },
  { name: "one's own report of a place", path: "/places/copy-pasta/reports", as: "member" },
  { name: "the map", path: "/map" },
  { name: "the dishes", path: "/dishes" },
  { name: "a dish", path: "/dishes/flat-white" },
  { name: "a dish that nobody has named", path: "/dishes/flat-wite" },
  {
    name: "places side by side",
    path: "/places/compare?place=null-pointer-coffee&place=git-hummus&place=kebab-case",
  },
  { name: "what is new", path: "/activity" },
  { name: "the most wanted places", path: "/wanted" },
  { name: "this week", path: "/this-week" },
  { name: "a list, signed out", path: "/lists/want" },
  { name: "a list of one's own", path: "/lists/been", as: "member" },
  { name: "a helpful review, signed out", path: "/reviews/1/helpful" },
  { name: "keeping a place, signed out", path: "/places/git-hummus/lists?list=want" },
  { name: "answers to a member", path: "/account/answers", as: "member" },
  { name: "what is new to a member", path: "/account/news", as: "member" },
  { name: "a review", path: "/reviews/1" },
  { name: "the form for a flag", path: "/places/git-hummus/flag", as: "member" },
  { name: "rules and moderation", path: "/moderation" },
  { name: "the moderators' queue", path: "/moderation/queue", as: "moderator" },
  {
    name: "a moderator's decision",
    path: "/moderation/queue",
    as: "moderator",
    prepare: openDecision,
  },
  ...MODERATORS_SCREENS,
  { name: "suggested merges", path: "/moderation/merges", as: "moderator" },
  { name: "a member's profile", path: "/members/rubber-duck" },
  { name: "signing in", path: "/sign-in" },
  { name: "signing in with problems", path: "/sign-in", prepare: signInWrongly },
  {
    name: "a new recovery code",
    path: "/about",
    prepare: async (page) => void (await becomeMember(page)),
  },
  { name: "a code that is not kept yet", path: "/account/new-code", prepare: openNewCode },
  { name: "no cookies kept after a first post", path: "/about", prepare: openWelcome },
  { name: "the account", path: "/account", as: "member" },
  { name: "handle and cohort", path: "/account/profile", as: "member" },
  { name: "replacing the code", path: "/account/code", as: "member" },
  { name: "passkeys", path: "/account/passkeys", as: "member" },
  {
    name: "showing again who one is",
    path: "/account/confirm?returnTo=/account/leave",
    as: "returning",
  },
  { name: "leaving", path: "/account/leave", as: "member" },
  {
    name: "leaving with problems",
    path: "/account/leave",
    as: "member",
    prepare: sendEmptyLeaving,
  },
  { name: "about", path: "/about" },
  { name: "the pages for programs", path: "/api" },
  { name: "the community rules", path: "/rules" },
  { name: "an unknown address", path: "/places/there-is-no-such-place" },
];

const LONG_NAME = "the-very-verbose-enterprise-sandwich-factory-sandwich-beans-and-coffee-provider";

/** Screens in states that strain their layout. */
export const STRAINED_SCREENS: Screen[] = [
  {
    name: "the form for hours with problems",
    path: "/places/null-pointer-coffee/hours",
    prepare: sendWrongHours,
  },
  {
    name: "the form for hours with both versions",
    path: "/places/null-pointer-coffee/hours",
    prepare: sendLateHours,
  },
  {
    name: "the form that corrects a place with a long name",
    path: "/places/the-very-verbose-enterprise-sandwich-factory-sandwich-beans-and-coffee-provider/edit",
  },
  { name: "the last page of the list", path: "/places?page=2" },
  { name: "a list with notices", path: "/places?cuisine=plutonian&sort=sideways" },
  { name: "a place with a long review", path: "/places/root-access" },
  { name: "dishes that are not found", path: "/dishes?q=flat+wite&sort=sideways" },
  { name: "the last page of the dishes", path: "/dishes?sort=name&page=5" },
  { name: "nothing to compare", path: "/places/compare" },
  {
    name: "a long name beside one from right to left",
    path: `/places/compare?place=deprecated-diner&place=فول-ستاك&place=root-access&place=${LONG_NAME}&place=nope`,
  },
  { name: "a place that closed", path: "/places/deprecated-diner" },
  {
    name: "a place with a name of 80 characters",
    path: "/places/the-very-verbose-enterprise-sandwich-factory-sandwich-beans-and-coffee-provider",
  },
  { name: "a place with a name from right to left", path: "/places/فول-ستاك" },
  {
    name: "the form for a review of a place with a long name",
    path: "/places/the-very-verbose-enterprise-sandwich-factory-sandwich-beans-and-coffee-provider/review",
  },
];

async function askToDeleteReview(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Delete my review" }).click();
  await page.getByRole("heading", { name: /^Delete your review/ }).waitFor();
}

async function openDecision(page: Page): Promise<void> {
  await page.locator("main a[href*=git-hummus]").first().click();
  await page.getByRole("button", { name: "Decide" }).waitFor();
}

async function sendEmptyFirstPart(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("alert").waitFor();
}

async function sendEmptyForm(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Post it" }).click();
  await page.getByRole("alert").waitFor();
}

async function sendWrongHours(page: Page): Promise<void> {
  await page.getByText("A weekday that differs").click();
  await page.getByLabel("Wednesday").fill("whenever we feel like it, which is seldom before noon");
  await page.getByLabel("Sunday").fill("5pm to 5pm");
  await page.getByRole("button", { name: "Save the hours" }).click();
  await page.getByRole("alert").waitFor();
}

/** As if the place was saved while the form was open. */
async function sendLateHours(page: Page): Promise<void> {
  await page
    .locator("input[name=version]")
    .evaluate((input) => input.setAttribute("value", "an older one"));
  await page.getByLabel("Saturday").fill("7am to 10:30am, 11:30am to 3:15pm, 5:30pm to 10:45pm");
  await page.getByLabel("Your handle").fill("too late");
  await page.getByRole("button", { name: "Save the hours" }).click();
  await page.getByRole("heading", { name: "Both versions" }).waitFor();
}

async function signInWrongly(page: Page): Promise<void> {
  await page.getByLabel("Your handle").fill("rubber duck");
  await page.getByLabel("Recovery code").fill("0000");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("alert").waitFor();
}

/** Shown to newcomers until they have kept their code. */
async function openNewCode(page: Page): Promise<void> {
  await becomeMember(page);
  await page.goto("/account/new-code");
}

/** Shown to newcomers whose browser keeps no cookies. */
async function openWelcome(page: Page): Promise<void> {
  const asked = page.waitForRequest(/\/welcome(\.data)?\?/);
  await becomeMember(page);
  const token = new URL((await asked).url()).searchParams.get("token");
  await page.context().clearCookies();
  await page.goto(`/welcome?token=${token}`);
  await page.getByRole("heading", { name: "This browser keeps no cookies" }).waitFor();
}

async function sendEmptyLeaving(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Leave for good" }).click();
  await page.getByRole("alert").waitFor();
}
