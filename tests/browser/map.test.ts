import type { Page } from "@playwright/test";
import { tamper } from "../setup/stored.ts";
import { expect, scriptsAreReady, test } from "./site.ts";

const dotOf = (page: Page, number: number) =>
  page.getByRole("link", { name: new RegExp(`^${number}: `) });
const markOf = (page: Page, number: number) =>
  page.locator(`.map-mark[data-place~="${number}"]`).filter({ visible: true });
const rowOf = (page: Page, number: number) => page.locator(`.map-row[data-place="${number}"]`);

// Each place in its own direction and 40 m further than the one before; one far away, one nowhere.
test.beforeEach(({ databaseFile }) => {
  const bearing = "(id * 2.4)";
  const metres = "CASE WHEN slug = 'git-hummus' THEN 5000 ELSE 120 + id % 20 * 40 END";
  tamper(
    databaseFile,
    `UPDATE places SET latitude = 51.5643 + cos(${bearing}) * (${metres}) / 111195,
      longitude = -0.1063 + sin(${bearing}) * (${metres}) / 69128`,
    "UPDATE places SET latitude = NULL, longitude = NULL WHERE slug = 'root-access'",
    "DELETE FROM postcodes WHERE postcode = (SELECT postcode FROM places WHERE slug = 'root-access')",
  );
});

test("a dot is a link that leads to its place, by mouse and by keyboard", {
  tag: "@without-javascript",
}, async ({ page, visit }) => {
  await visit("/map");
  // Which place has which number depends on what is open now; the one off the map has no dot.
  const number = Number(
    await page
      .locator(".map-mark[href^='/']")
      .filter({ visible: true })
      .first()
      .getAttribute("data-place"),
  );
  const name = await rowOf(page, number).getByRole("link").innerText();
  const dot = dotOf(page, number);
  await expect(dot).toHaveAccessibleName(new RegExp(`^${number}: ${name}, \\d+ min walk$`));
  await dot.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await page.goBack();
  await dot.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
});

test("the picture says what it is, and how many places it lacks", async ({ page, visit }) => {
  await visit("/map?q=root+access");
  const map = page.getByRole("group", { name: "Map" });
  await expect(map).toHaveAccessibleDescription(
    /^Rings show 5, 10 and 15 minutes’ walk from campus/,
  );
  const missing = await page.locator(".map-row", { hasText: "walk unknown" }).count();
  expect(missing).toBeGreaterThan(0);
  await expect(page.getByText(/not on the map: nobody/)).toContainText(`${missing} `);
  const shown = await map
    .getByRole("link")
    .evaluateAll((marks) =>
      marks.flatMap((mark) => mark.getAttribute("data-place")?.split(" ") ?? []),
    );
  expect(shown).toHaveLength((await page.locator(".map-row").count()) - missing);
});

test("marks are large enough to press and clear of each other, on a narrow phone too", async ({
  page,
  visit,
}) => {
  await visit("/map");
  for (const width of [320, 390, 500, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const boxes = await page
      .locator(".map-mark > :is(rect, path)")
      .filter({ visible: true })
      .evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect()));
    expect(boxes.length).toBeGreaterThan(10);
    for (const [index, box] of boxes.entries()) {
      const size = Math.min(box.width, box.height);
      expect(size, `mark ${index + 1} at ${width} px`).toBeGreaterThanOrEqual(24);
      for (const other of boxes.slice(0, index)) {
        // Round ends may stand side by side where their boxes would touch.
        const across = Math.abs(middleOf(box) - middleOf(other)) - (box.width + other.width) / 2;
        const gap = Math.hypot(Math.max(0, across + box.height), box.top - other.top) - box.height;
        expect(gap, `mark ${index + 1} at ${width} px`).toBeGreaterThan(-3);
      }
    }
  }
});

test("a mark for several opens the list of their names, and closes it, by keyboard too", {
  tag: "@without-javascript",
}, async ({ page, visit, databaseFile }) => {
  tamper(
    databaseFile,
    "UPDATE places SET latitude = 51.5670, longitude = -0.1063 WHERE id % 4 = 0",
  );
  await visit("/map?sort=name");
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const mark = page.locator(".map-mark[href^='#']").filter({ visible: true }).first();
    const numbers = (await mark.getAttribute("data-place"))?.split(" ") ?? [];
    await mark.press("Enter");
    const list = page.getByRole("region", { name: /^\d+ here/ });
    await expect(list.getByRole("listitem")).toHaveCount(numbers.length);
    await expect(list).toBeInViewport();
    await list.getByRole("link", { name: "Close" }).click();
    await expect(list).toBeHidden();
    await mark.click();
    const [first = ""] = numbers;
    const name = await rowOf(page, Number(first)).locator("bdi").innerText();
    await list.getByRole("link", { name, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await page.goBack();
  }
});

test("the map is filtered where it is, and stays a map", { tag: "@without-javascript" }, async ({
  page,
  visit,
}) => {
  await visit("/map");
  const all = await page.locator(".map-row").count();
  await page.locator(".filters > summary").click();
  await page.getByRole("radio", { name: /^5 min/ }).check();
  await page.getByRole("button", { name: /^Show/ }).click();
  await expect(page).toHaveURL(/\/map\?walk=5/);
  await expect.poll(() => page.locator(".map-row").count()).toBeLessThan(all);
  await page.getByRole("link", { name: "Remove 5 min" }).click();
  await expect(page).toHaveURL(/\/map$/);
  await expect(page.locator(".map-row")).toHaveCount(all);
});

test("a row lights its dot and a dot its row, under the pointer and with the focus", async ({
  page,
  visit,
  javaScriptEnabled,
}) => {
  test.skip(!javaScriptEnabled, "A script lights them.");
  await visit("/map");
  await rowOf(page, 2).hover();
  await expect(markOf(page, 2)).toHaveClass(/\blit\b/);
  await markOf(page, 4).hover();
  await expect(rowOf(page, 4)).toHaveClass(/\blit\b/);
  await expect(markOf(page, 2)).not.toHaveClass(/\blit\b/);
  await rowOf(page, 5).getByRole("link").focus();
  await expect(markOf(page, 5)).toHaveClass(/\blit\b/);
  await markOf(page, 6).focus();
  await expect(rowOf(page, 6)).toHaveClass(/\blit\b/);
  await markOf(page, 6).blur();
  await expect(page.locator(".lit")).toHaveCount(0);
});

test("the map leads to the list and back, with what is filtered", async ({ page, visit }) => {
  await visit("/map?cuisine=coffee&sort=name");
  const names = await page.locator(".map-row bdi").allInnerTexts();
  await page.getByRole("link", { name: "See these places as a list" }).click();
  await expect(page).toHaveURL(/\/places\?cuisine=coffee&sort=name$/);
  await expect(page.locator(".card h3 bdi")).toHaveText(names);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Map" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("On foot from campus");
});

test("on paper the map is black on white, and the button is left out", async ({ page, visit }) => {
  await visit("/map");
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const [pin, number] = await page.evaluate(() =>
    ["rect", "text"].map(
      (part) =>
        getComputedStyle(
          document.querySelector(`.map-mark-size:not(.map-edge) > .map-mark ${part}`) ??
            document.body,
        ).fill,
    ),
  );
  expect([pin, number]).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
  await expect(page.locator(".map-head .from-here")).toBeHidden();
});

test("in forced colours pins, rings and words stand out from the page", async ({ page, visit }) => {
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await visit("/map");
  const [paper, ...parts] = await page.evaluate(() => {
    const style = (selector: string) =>
      getComputedStyle(document.querySelector(selector) ?? document.body);
    return [
      style(".map > svg").backgroundColor,
      style(".map-mark rect").stroke,
      style(".map-ring").stroke,
      style(".map-ring-words text").fill,
      style(".map-mark text").fill,
    ];
  });
  for (const part of parts) expect(part).not.toBe(paper);
});

test("nothing shifts while the map loads", async ({ page, visit, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "Shifts are observed by a script.");
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await visit("/map");
    await expect(page.getByRole("button", { name: "Walk from where I am" })).toBeVisible();
    const shifts = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if ("value" in entry) sum += Number(entry.value);
          }).observe({ type: "layout-shift", buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum))));
        }),
    );
    expect(shifts).toBeLessThan(0.01);
  }
});

test.describe("walks from where the visitor is", () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, "Only a script can ask where that is.");

  test("start there once the browser has said so, with what is filtered", async ({
    page,
    context,
    visit,
  }) => {
    await context.grantPermissions(["geolocation"]);
    await context.setGeolocation({ latitude: 51.57012345, longitude: -0.09876543 });
    await visit("/map?cuisine=coffee&page=1");
    await page.getByRole("button", { name: "Walk from where I am" }).click();
    await expect(page).toHaveURL(/\/map\?cuisine=coffee&from=51\.5701%2C-0\.0988$/);
  });

  test("cannot be had from a browser that keeps it to itself, which is said", async ({
    page,
    visit,
  }) => {
    await visit("/map");
    await page.getByRole("button", { name: "Walk from where I am" }).click();
    await expect(page.getByText("Your browser keeps where you are to itself")).toBeVisible();
    await scriptsAreReady(page);
    await expect(page).toHaveURL(/\/map$/);
  });
});

test("without scripts nobody is offered what only a script can do", {
  tag: "@without-javascript",
}, async ({ page, visit, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled, "With JavaScript the button is there.");
  await visit("/map");
  await expect(page.getByRole("button", { name: "Walk from where I am" })).toHaveCount(0);
});

function middleOf({ x, width }: { x: number; width: number }): number {
  return x + width / 2;
}
