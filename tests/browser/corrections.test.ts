import { giveStanding } from "../setup/standing.ts";
import { becomeMember, findErrorSummary } from "./posting.ts";
import { expect, newHandle, scriptsAreReady, test } from "./site.ts";

test("a visitor adds the hours that nobody had said, and the page shows the week", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  await visit("/places/uninitialised-coffee");
  const hours = page.getByRole("region", { name: "Opening hours" });
  await expect(hours).toContainText("Hours unknown");
  await hours.getByRole("link", { name: "Add its hours" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "When is Uninitialised Coffee open?",
  );
  await page.getByLabel("Monday to Friday").fill("8-5");
  await page.getByText("A weekday that differs").click();
  await page.getByLabel("Friday (optional)").fill("5pm to 2am");
  await page.getByLabel("Saturday").fill("10am to 4pm");
  await page.getByLabel("Sunday").fill("closed");
  await page.getByLabel("the same hours as usual").check();
  await page.getByLabel("Your handle").fill(newHandle());
  await page.getByRole("button", { name: "Save the hours" }).click();
  await expect(page.getByText("The hours are saved. Thank you.")).toBeVisible();
  await expect(hours.getByRole("row")).toHaveText([
    /^Mon to Thu.*8am to 5pm$/,
    /^Fri.*5pm to 2am$/,
    /^Sat.*10am to 4pm$/,
    /^Sun.*closed$/,
    /^Bank holidays.*as on that day/,
  ]);
});

test("a mistake in the hours keeps every word, and its link leads into the folded days", {
  tag: "@without-javascript",
}, async ({ page, visit, javaScriptEnabled }) => {
  await visit("/places/segmentation-roast/hours");
  await page.getByText("A weekday that differs").click();
  await page.getByLabel("Tuesday").fill("from nine");
  await page.getByLabel("Sunday").fill("noon-3pm, 2pm-5pm");
  await page.getByRole("button", { name: "Save the hours" }).click();
  const summary = await findErrorSummary(page, javaScriptEnabled);
  await expect(summary.getByRole("link")).toHaveText([
    /closes too, not only “9”/,
    /overlap at 2pm/,
    /handle/,
  ]);
  await summary.getByRole("link").first().press("Enter");
  await expect(page.getByLabel("Tuesday")).toBeFocused();
  await expect(page.getByLabel("Tuesday")).toHaveValue("from nine");
  await expect(page.getByLabel("Sunday")).toHaveValue("noon-3pm, 2pm-5pm");
  await expect(page.getByLabel("Monday to Friday")).toHaveValue("7am to 3pm");
});

test("a week pasted into one field fills the seven days, and what has two meanings is asked about", {
  tag: "@without-javascript",
}, async ({ page, visit, javaScriptEnabled }) => {
  await visit("/places/recursive-rotis/hours");
  await page
    .getByLabel("Monday to Friday")
    .fill("Monday to Thursday 12-3, 6-11 Friday 6-11 Saturday Open 24 hours Sunday Closed");
  await page.getByLabel("Your handle").fill(newHandle());
  await page.getByRole("button", { name: "Save the hours" }).click();
  const summary = await findErrorSummary(page, javaScriptEnabled);
  await expect(summary.getByRole("link")).toHaveText(/Do you mean .+ or 6pm to 11pm by “6-11”/);
  const field = page.getByLabel("Monday to Friday");
  await field.fill((await field.inputValue()).replace("Friday 6-11", "Friday 6pm to 11pm"));
  await page.getByRole("button", { name: "Save the hours" }).click();
  await expect(page.getByRole("region", { name: "Opening hours" }).getByRole("row")).toHaveText([
    /^Mon to Thu.*noon to 3pm, 6pm to 11pm$/,
    /^Fri.*6pm to 11pm$/,
    /^Sat.*24 hours$/,
    /^Sun.*closed$/,
    /^Bank holidays.*Say what it does then$/,
  ]);
});

test("diets and features are said, and the page has them", async ({ page, visit }) => {
  await becomeMember(page, "uninitialised-coffee");
  await visit("/places/uninitialised-coffee/facts");
  await page.getByRole("group", { name: "Vegan" }).getByLabel("Some of it").check();
  await page.getByRole("group", { name: "Takes cards" }).getByLabel("No", { exact: true }).check();
  await page.getByRole("button", { name: "Save what I know" }).click();
  const known = page.getByRole("region", { name: "Good to know" });
  await expect(known).toContainText("Dietssome vegan");
  await expect(known).toContainText("Payingcash only");
});

test("of two who correct a place at once, the second sees both versions and loses nothing", async ({
  page,
  visit,
  browser,
  baseURL,
  databaseFile,
  javaScriptEnabled,
}) => {
  giveStanding(databaseFile, await becomeMember(page, "singleton-sushi"));
  await visit("/places/singleton-sushi/edit");
  const context = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled });
  const other = await context.newPage();
  await other.goto("/places/singleton-sushi/edit");
  if (javaScriptEnabled) await scriptsAreReady(other);
  await other.getByLabel("Website").fill("https://mutex.example/");
  await other.getByLabel("Your handle").fill(newHandle());
  await other.getByRole("button", { name: "Save corrections" }).click();
  await expect(other.getByText("Your corrections are saved.")).toBeVisible();
  await context.close();

  await page.getByLabel("Name of the place").fill("Singleton Sushi & Sons");
  await page.getByRole("button", { name: "Save corrections" }).click();
  const summary = await findErrorSummary(page, javaScriptEnabled);
  await expect(summary).toContainText("The place is not as it was when you opened this form");
  const versions = page.getByRole("region", { name: "Both versions" });
  await expect(versions.getByRole("row", { name: "Website" })).toContainText(
    "https://mutex.example/",
  );
  await expect(page.getByLabel("Name of the place")).toHaveValue("Singleton Sushi & Sons");
  await page.getByLabel("Website").fill("https://mutex.example/");
  await page.getByRole("button", { name: "Save corrections" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Singleton Sushi & Sons");
  await expect(page.getByRole("region", { name: "At a glance" })).toContainText("mutex.example");
});
