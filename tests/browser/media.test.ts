import { showButton } from "./list-page.ts";
import { expect, test } from "./site.ts";

test("on paper there is the list without what cannot be pressed there", async ({ page, visit }) => {
  await visit("/places?cuisine=coffee");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
  await expect(showButton(page)).toBeHidden();
  await expect(page.getByRole("link", { name: "Recommend a place" }).first()).toBeHidden();
  await expect(page.locator("ol.cards > li").first()).toBeVisible();
  await expect(page.locator("h1")).toBeVisible();
  await expect(
    page.getByText(/^Coffee, .* first\. As of \d+ \w+ \d{4}, [\d:]+[ap]m\.$/),
  ).toBeVisible();
  const colours = await page
    .locator("body")
    .evaluate((body) => [
      getComputedStyle(document.documentElement).backgroundColor,
      getComputedStyle(body).color,
    ]);
  expect(colours).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
});

test("on paper a place keeps its facts and reviews", async ({ page, visit }) => {
  await visit("/places/root-access");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: "At a glance" })).toBeVisible();
  await expect(page.getByRole("article", { name: /^Review by/ }).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Write a review" })).toBeHidden();
  await expect(page.getByText(/^Reviews, newest first\. As of \d+ \w+ \d{4}, /)).toBeVisible();
});

test("in forced colours the stars and the pins stand out from the page", async ({
  page,
  visit,
}) => {
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await visit("/places");
  const [paper, star, pin] = await page.evaluate(() => {
    const style = (selector: string, part?: string) =>
      getComputedStyle(document.querySelector(selector) ?? document.body, part);
    return [
      style("html").backgroundColor,
      style(".stars svg use").fill,
      style(".card", "::before").color,
    ];
  });
  expect(star).not.toBe(paper);
  expect(pin).not.toBe(paper);
  await expect(page.locator(".stars").first()).toBeVisible();
});

for (const path of ["/places?cuisine=coffee", "/places/git-hummus", "/places/new"]) {
  test(`in forced colours the focus is seen on ${path}`, async ({ page, visit }) => {
    await page.emulateMedia({ forcedColors: "active" });
    await page.setViewportSize({ width: 1280, height: 900 });
    await visit(path);
    const unseen: string[] = [];
    for (let count = 0; count < 40; count += 1) {
      await page.keyboard.press("Tab");
      unseen.push(
        ...(await page.evaluate(() => {
          const focused = document.activeElement;
          const ringed = [focused, focused?.closest("label")].some(
            (one) => one && getComputedStyle(one).outlineStyle === "solid",
          );
          return ringed || focused === document.body
            ? []
            : [focused?.outerHTML.slice(0, 120) ?? ""];
        })),
      );
    }
    expect(unseen).toEqual([]);
  });
}

test("more contrast is given to those who ask for it", async ({ page, visit }) => {
  await visit("/places");
  const colours = () =>
    page.evaluate(() =>
      [".card .facts-line", ".card"].map((selector) => {
        const element = document.querySelector(selector) ?? document.body;
        const { color, borderTopColor } = getComputedStyle(element);
        return selector === ".card" ? borderTopColor : color;
      }),
    );
  const usual = await colours();
  await page.emulateMedia({ contrast: "more" });
  const more = await colours();
  const ink = await page.evaluate(() => getComputedStyle(document.body).color);
  expect(more).toEqual([ink, ink]);
  expect(usual).not.toContain(ink);
});

test("nothing moves for visitors who asked for reduced motion", async ({ page, visit }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await visit("/places");
  await expect(page.locator("html")).toHaveCSS("scroll-behavior", "auto");
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await page.locator("ol.cards").getByRole("heading").getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "At a glance" })).toBeVisible();
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});
