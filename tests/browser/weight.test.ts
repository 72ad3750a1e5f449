import type { Page } from "@playwright/test";
import { expect, test } from "./site.ts";

const KILOBYTE = 1000;

test("the first visit is light", { tag: "@without-javascript" }, async ({
  page,
  visit,
  javaScriptEnabled,
}) => {
  const sizes = await measureSizes(page, () => visit("/"));
  expect(sizes.get("Document")).toBeGreaterThan(0);
  const text = (sizes.get("Document") ?? 0) + (sizes.get("Stylesheet") ?? 0);
  expect(text, JSON.stringify([...sizes])).toBeLessThan(14 * KILOBYTE);
  expect(sizes.get("Font") ?? 0).toBeLessThan(25 * KILOBYTE);
  const scripts = sizes.get("Script") ?? 0;
  if (javaScriptEnabled) expect(scripts).toBeGreaterThan(0);
  expect(scripts).toBeLessThan(130 * KILOBYTE);
});

test("nothing shifts while the first page loads", async ({ page, visit, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, "Shifts are observed by a script.");
  for (const [width, height] of [
    [390, 844],
    [1280, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    await visit("/");
    await page.evaluate(() => document.fonts.ready);
    expect(await sumOfShifts(page), `${width} px wide`).toBeLessThan(0.01);
  }
});

/** The compressed bytes of the bodies transferred during `act`, by type of resource. */
async function measureSizes(page: Page, act: () => Promise<void>): Promise<Map<string, number>> {
  const session = await page.context().newCDPSession(page);
  const responses = new Map<string, { type: string; headers: number }>();
  const sizes = new Map<string, number>();
  session.on("Network.responseReceived", ({ requestId, type, response }) =>
    responses.set(requestId, { type, headers: response.encodedDataLength }),
  );
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const { type, headers } = responses.get(requestId) ?? { type: "unknown", headers: 0 };
    sizes.set(type, (sizes.get(type) ?? 0) + encodedDataLength - headers);
  });
  await session.send("Network.enable");
  await act();
  await page.waitForLoadState("networkidle");
  return sizes;
}

function sumOfShifts(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if ("value" in entry) sum += Number(entry.value);
        });
        observer.observe({ type: "layout-shift", buffered: true });
        // Buffered entries are delivered before the second frame from now.
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(sum))));
      }),
  );
}
