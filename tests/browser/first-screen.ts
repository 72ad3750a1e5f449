import type { Page } from "@playwright/test";

const PHONE = { width: 390, height: 844 };
const WIDE = { width: 1280, height: 900 };
const PLACE = "/places/404-falafel-not-found";
/** With twenty reviews on its page. */
const MANY_REVIEWS = "/places/null-pointer-coffee";
const FILTERED = "/places?diet=vegan&price=8&walk=10";

/** CSS px; `most` and `least` are what a screen has to keep to. */
export type Measured = { screen: string; what: string; px: number; most?: number; least?: number };

/** Of the list and of a place, by a page of the demo site. */
export async function measureFirstScreens(page: Page): Promise<Measured[]> {
  return [
    ...(await measureList(page, "/", PHONE, { top: 420, whole: 2 })),
    ...(await measureList(page, FILTERED, PHONE, { top: 330, whole: 2 })),
    ...(await measureList(page, "/places?q=coffee", PHONE, { top: 330, whole: 2 })),
    ...(await measurePanel(page)),
    ...(await measureList(page, "/", WIDE, { top: 330, whole: 3 })),
    ...(await measurePlace(page)),
    ...(await measureList(page, FILTERED, WIDE, { top: 330, whole: 3 })),
  ];
}

async function measureList(
  page: Page,
  path: string,
  size: typeof PHONE,
  { top, whole }: { top: number; whole: number },
): Promise<Measured[]> {
  await page.setViewportSize(size);
  await page.goto(path);
  await page.evaluate(() => document.fonts.ready);
  const cards = await page.locator(".card").evaluateAll((all) =>
    all.map((card) => {
      const box = card.getBoundingClientRect();
      return { top: box.top, bottom: box.bottom, height: box.height };
    }),
  );
  const screen = `${path} at ${size.width}`;
  const header = await page.locator(".site-header").boundingBox();
  return [
    { screen, what: "first card's top", px: cards[0]?.top ?? Number.NaN, most: top },
    { screen, what: "highest card", px: Math.max(...cards.map(({ height }) => height)), most: 220 },
    {
      screen,
      what: "whole cards in view",
      px: cards.filter(({ bottom }) => bottom <= size.height).length,
      least: whole,
    },
    { screen, what: "header", px: header?.height ?? Number.NaN, most: 66 },
  ];
}

async function measurePanel(page: Page): Promise<Measured[]> {
  const screen = `filters of ${FILTERED} at ${PHONE.width}`;
  await page.setViewportSize(PHONE);
  await page.goto(FILTERED);
  await page.locator(".filters > summary").click();
  const panel = await page.locator(".filter-panel").boundingBox();
  const bar = await page.locator(".filter-bar").boundingBox();
  return [
    { screen, what: "panel", px: panel?.height ?? Number.NaN, most: PHONE.height },
    {
      screen,
      what: "bottom of its bar",
      px: (bar?.y ?? Number.NaN) + (bar?.height ?? 0),
      most: PHONE.height,
    },
  ];
}

async function measurePlace(page: Page): Promise<Measured[]> {
  const screen = `${PLACE} at ${PHONE.width}`;
  await page.setViewportSize(PHONE);
  await page.goto(PLACE);
  await page.evaluate(() => document.fonts.ready);
  const facts = await boxOf(page, ".fact-line");
  const actions = await boxOf(page, ".place-head .actions");
  await page.setViewportSize(WIDE);
  const side = await boxOf(page, ".place-side");
  await page.goto(MANY_REVIEWS);
  await page.evaluate(() => document.fonts.ready);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const { length } = await page.locator(".review").all();
  const fullSide = await boxOf(page, ".place-side");
  const wide = `${MANY_REVIEWS} at ${WIDE.width}`;
  return [
    { screen, what: "fact line's top", px: facts.y, most: 160 },
    { screen, what: "fact line's bottom", px: facts.y + facts.height, most: 240 },
    { screen, what: "first actions' bottom", px: actions.y + actions.height, most: 560 },
    { screen: wide, what: "reviews", px: length, least: 20 },
    { screen: wide, what: "page", px: height, most: 3200 },
    // It sticks, so all of it has to be in a window.
    { screen: wide, what: "side column", px: fullSide.height, most: 800 },
    { screen: `${PLACE} at ${WIDE.width}`, what: "side column", px: side.height, most: 700 },
  ];
}

async function boxOf(page: Page, selector: string) {
  const nowhere = { x: Number.NaN, y: Number.NaN, width: Number.NaN, height: Number.NaN };
  return (await page.locator(selector).boundingBox()) ?? nowhere;
}
