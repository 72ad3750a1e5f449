import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import { seed } from "../setup/migrate.ts";
import { type ServedSite, serveSite } from "../setup/served-site.ts";
import { findMissing } from "./terminal.ts";
import { openLynx, openW3m } from "./text-browsers.ts";

const missing = findMissing("lynx", "w3m", "tmux");
if (missing.length > 0) {
  console.log(
    `SKIPPED: all stories in text browsers, since there is no ${missing.join(" and no ")}.`,
  );
}

test.runIf(process.env.CI === "true")("lynx, w3m and tmux are installed", () => {
  expect(missing).toEqual([]);
});

describe.skipIf(missing.length > 0).each([
  { name: "lynx", open: openLynx },
  { name: "w3m", open: openW3m },
])("in $name, by keystrokes, one", ({ name, open }) => {
  let folder: string;
  let site: ServedSite;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "fork-and-filter-"));
    const file = join(folder, "text-browsers.sqlite");
    await copyFile(inject("migratedDatabase"), file);
    await seed(file);
    site = await serveSite(file);
  });

  afterAll(async () => {
    await site.stop("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });

  async function browse(path: string) {
    const browser = await open(site.url + path);
    onTestFinished(() => browser.close());
    return browser;
  }

  test("filters the places and opens one", async () => {
    const browser = await browse("/");
    await browser.choose("Falafel");
    await browser.press("Show places");
    await browser.sees("Remove Falafel");
    await browser.follow("404 Falafel Not Found");
    await browser.sees("Where it is");
  });

  test("searches for a dish", async () => {
    const browser = await browse("/");
    await browser.write("Search", "seven-course menu");
    await browser.press("Search");
    await browser.sees("“seven-course menu”");
    await browser.follow("Root Access");
    await browser.sees("Where it is");
  });

  test("recommends a place, and signs in with the code that comes with it", async () => {
    const browser = await browse("/");
    await browser.follow("Recommend a place");
    await browser.write("Name of the place", "Curses Corner");
    await browser.write("Street and number", "80 Column Way");
    await browser.write("Postcode", "N0 8UP");
    await browser.press("Continue");
    await browser.choose("10 min");
    await browser.press("Continue");
    await browser.choose("Bakery");
    await browser.choose("under £8");
    await browser.choose("4: Good");
    await browser.writeLines("What should a friend know?", "Warm rolls, and no scrolling.");
    await browser.write("Your handle", `${name} user`);
    await browser.press("Post it");
    const [code = ""] =
      /(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}/.exec(await browser.sees("recovery code")) ?? [];
    expect(code).not.toBe("");
    await browser.follow("Account");
    await browser.press("Sign out");
    await browser.sees("You are signed out.");
    await browser.follow("Account");
    await browser.write("Your handle", `${name} user`);
    await browser.write("Recovery code", code);
    await browser.press("Sign in");
    await browser.sees(`${name} user`);
  });

  test("reviews a place, puts it on a list and corrects its hours", async () => {
    const browser = await browse("/places/git-hummus");
    await browser.follow("Write a review");
    await browser.choose("5: Excellent");
    await browser.writeLines("What was it like?", "Read all of it from the terminal.");
    await browser.write("Your handle", `${name} reader`);
    await browser.press("Post review");
    await browser.sees("Your review is posted.");
    await browser.press("Want to try");
    await browser.follow("See your list");
    await browser.follow("Git Hummus");
    await browser.follow("Correct the hours");
    await browser.write("Monday to Friday", "9am to 4pm");
    await browser.press("Save the hours");
    await browser.sees("9am to 4pm");
  });
});
