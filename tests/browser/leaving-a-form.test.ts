import { globSync, readFileSync } from "node:fs";
import { FORMS, FORMS_WITHOUT_FIELDS, fillInAll, formOn, readForm } from "./forms.ts";
import { expect, scriptsAreReady, test } from "./site.ts";

// With scripts we keep what is typed ourselves, on every form. Without them the browser does, by the kind of field: these have all kinds.
const WITHOUT_SCRIPTS = [
  "/places/root-access/review",
  "/places/null-pointer-coffee/facts",
  "/places/null-pointer-coffee/hours",
  "/places/null-pointer-coffee/edit",
  "/moderation/cuisines/coffee",
];

for (const { path, as } of FORMS) {
  const title = `what is typed at ${path} outlasts every way of leaving`;
  const tag = WITHOUT_SCRIPTS.includes(path) ? "@without-javascript" : [];
  test(title, { tag }, async ({
    page,
    context,
    visit,
    browseAs,
    complaints,
    javaScriptEnabled,
  }) => {
    await browseAs(as);
    await visit(path);
    // Not "no-store": the browser brings back only what it may keep.
    const { "cache-control": keeping } = (await page.request.get(path)).headers();
    expect(keeping).toBe("private, no-cache");
    const form = formOn(page);
    expect(await fillInAll(form)).toBeGreaterThan(0);
    const typed = await readForm(form);
    const isAllThere = async (way: string) => {
      await expect.poll(() => readForm(form), way).toEqual(typed);
    };

    await page.getByRole("link", { name: "About", exact: true }).first().click();
    await expect(page).toHaveTitle(/^About/);
    await page.goBack();
    await isAllThere("a link, then Back");

    await page.goto("/rules");
    await page.goBack();
    await isAllThere("the address bar, then Back");
    // The rest needs scripts: browsers bring nothing back after a reload, and have no page while they are offline.
    if (!javaScriptEnabled) return;

    await page.reload();
    await isAllThere("a reload");

    await scriptsAreReady(page);
    await context.setOffline(true);
    await page.getByRole("link", { name: "Dishes", exact: true }).first().click();
    await expect(page.getByText("This did not reach the site.")).toBeVisible();
    await isAllThere("a link while offline");
    for (const complaint of complaints.splice(0)) {
      expect(complaint).toContain("Failed to load resource");
    }
    await context.setOffline(false);
    await expect(page).toHaveURL(/\/dishes$/);
    await page.goBack();
    await isAllThere("a link while offline, then Back");

    await page.goto("/about");
    await page.goto(path);
    await page.getByRole("button", { name: /^Bring back what you typed/ }).click();
    await isAllThere("the address bar, twice");
  });
}

test("every form is listed", () => {
  const screens = globSync("app/routes/*/*.tsx")
    .filter((file) => /<FormScreen\b/.test(readFileSync(file, "utf8")))
    .map((file) => file.split("/")[2] ?? "");
  const listed = [...FORMS.map(({ screen }) => screen), ...FORMS_WITHOUT_FIELDS];
  expect([...new Set(screens)].filter((screen) => !listed.includes(screen))).toEqual([]);
});
