import type { Locator, Page } from "@playwright/test";
import type { Person } from "./people.ts";

type FormToLeave = {
  /** Its folder in app/routes. */
  screen: string;
  path: string;
  /** A stranger by default. */
  as?: Person;
};

/** Every form in which something is typed or chosen: what is listed here is left and come back to in every way. */
export const FORMS: FormToLeave[] = [
  { screen: "review", path: "/places/root-access/review" },
  { screen: "review", path: "/places/git-hummus/review", as: "member" },
  { screen: "place-new", path: "/places/new" },
  {
    screen: "place-new",
    path: "/places/new?name=Lambda&street=1+Closure+Street&postcode=N0+1AA&differentPlace=yes",
  },
  { screen: "place-hours", path: "/places/null-pointer-coffee/hours" },
  { screen: "place-facts", path: "/places/null-pointer-coffee/facts" },
  { screen: "place-edit", path: "/places/null-pointer-coffee/edit" },
  { screen: "sighting", path: "/places/null-pointer-coffee/seen" },
  { screen: "place-lists", path: "/places/null-pointer-coffee/lists" },
  { screen: "helpful", path: "/reviews/1/helpful" },
  { screen: "place-reports", path: "/places/copy-pasta/reports" },
  { screen: "flag", path: "/places/null-pointer-coffee/flag", as: "member" },
  { screen: "flag", path: "/reviews/1/flag", as: "member" },
  {
    screen: "merge",
    path: "/places/stack-overflow-pancakes/merge?with=the-stack-overflow-pancake-cafe",
    as: "member",
  },
  { screen: "sign-in", path: "/sign-in" },
  { screen: "account-profile", path: "/account/profile", as: "member" },
  { screen: "account-leave", path: "/account/leave", as: "member" },
  { screen: "moderate", path: "/moderation/places/git-hummus", as: "moderator" },
  { screen: "moderate", path: "/moderation/reviews/1", as: "moderator" },
  { screen: "moderate-cuisine", path: "/moderation/cuisines/coffee", as: "moderator" },
  { screen: "moderate-member-names", path: "/moderation/members/a-regular/names", as: "moderator" },
  {
    screen: "moderate-addresses",
    path: "/moderation/places/git-hummus/addresses",
    as: "moderator",
  },
  { screen: "moderate-member-stop", path: "/moderation/members/rubber-duck/stop", as: "moderator" },
  {
    screen: "moderate-member-undo",
    path: "/moderation/members/rubber-duck/undo?since=everything",
    as: "moderator",
  },
];

/** Nothing is typed or chosen there but a recovery code, which is never kept. */
export const FORMS_WITHOUT_FIELDS = [
  "account-code",
  "account-confirm",
  "place-delete",
  "place-version",
  "review-delete",
  "moderate-version",
];

export const UNKEPT = ["token", "version", "recoveryCode", "joinCode", "homepage", "intent"];

export function formOn(page: Page): Locator {
  return page.locator("main form.form");
}

/** Types into every field, and chooses something else than was chosen everywhere. @returns how many fields there are */
export async function fillInAll(form: Locator): Promise<number> {
  const folded = form.locator("details:not([open]) > summary");
  while ((await folded.count()) > 0) await folded.first().click();
  const names = new Set<string>();
  for (const control of await form.locator(":is(input, textarea, select):visible").all()) {
    const { name, type, isTicked } = await control.evaluate((element) => ({
      name: element.getAttribute("name") ?? "",
      type: element.tagName === "SELECT" ? "select" : (element.getAttribute("type") ?? "text"),
      isTicked: element instanceof HTMLInputElement && element.checked,
    }));
    if (UNKEPT.includes(name)) continue;
    if (type === "checkbox" && names.has(name)) continue;
    names.add(name);
    if (type === "radio" && !isTicked) await control.check();
    else if (type === "checkbox") await control.setChecked(!isTicked);
    else if (type === "select") await control.selectOption({ index: 1 });
    else if (type === "date") await control.fill("2026-01-02");
    else if (type !== "radio") await control.fill(`${name} is “typed” here\u00a0— 7 €`);
  }
  return names.size;
}

/** What is typed and chosen, by name. */
export function readForm(form: Locator): Promise<string[][]> {
  return form.evaluate(
    (element, unkept) =>
      element instanceof HTMLFormElement
        ? [...new FormData(element)]
            .map(([name, value]) => [name, String(value)])
            .filter(([name = ""]) => !unkept.includes(name))
        : [],
    UNKEPT,
  );
}
