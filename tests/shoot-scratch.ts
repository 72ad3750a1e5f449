import { copyFileSync, existsSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { chromiumLaunchOptions } from "./browser/chromium.ts";
import { migrate, seed } from "./setup/migrate.ts";
import { serveSite } from "./setup/served-site.ts";

const seeded = "/tmp/shots-list/seeded.sqlite";
if (!existsSync(seeded)) {
  await migrate(seeded);
  await seed(seeded);
}
const folder = await mkdtemp(join(tmpdir(), "shots-"));
const db = join(folder, "s.sqlite");
copyFileSync(seeded, db);
const site = await serveSite(db);
const browser = await chromium.launch(chromiumLaunchOptions());
const F = "/places?diet=vegan&price=8&walk=10&open=now";
const want = process.argv.slice(2);
const shots: [string, string, number, number, "light" | "dark", boolean, string?][] = [
  ["bare", "/", 390, 844, "light", true],
  ["filtered", F, 390, 844, "light", true],
  ["filtered-dark", F, 390, 844, "dark", true],
  ["panel", F, 390, 844, "light", true, ".filters > summary"],
  ["panel-nojs", F, 390, 844, "light", false, ".filters > summary"],
  ["wide", F, 1280, 900, "light", true],
  ["wide-bare", "/", 1280, 900, "light", true],
  ["wide-dark", F, 1280, 900, "dark", true],
  ["menu", "/about", 390, 844, "light", true, ".menu > summary"],
  ["more", "/places", 390, 844, "light", true, ".card .more > summary"],
  ["order", "/places", 390, 844, "light", true, ".order > summary"],
  ["n320", F, 320, 700, "light", false],
  ["mid", "/places", 1000, 800, "light", true],
];
try {
  for (const [name, path, width, height, colorScheme, javaScriptEnabled, click] of shots) {
    if (want.length && !want.includes(name)) continue;
    const page = await browser.newPage({
      viewport: { width, height },
      colorScheme,
      javaScriptEnabled,
      baseURL: site.url,
      locale: "en-GB",
    });
    page.on("console", (m) => m.type() === "error" && console.log(name, m.text()));
    page.on("pageerror", (e) => console.log(name, e.message));
    await page.goto(path);
    if (click) await page.locator(click).first().click();
    await page.waitForTimeout(300);
    await page.screenshot({ path: `/tmp/shots-list/${name}.png` });
    const tops = await page.locator(".card").evaluateAll((c) =>
      c.slice(0, 5).map((e) => {
        const b = e.getBoundingClientRect();
        return `${Math.round(b.top)}+${Math.round(b.height)}`;
      }),
    );
    const hs = await page
      .locator(".card")
      .evaluateAll((c) => Math.max(...c.map((e) => e.getBoundingClientRect().height)));
    const panel = await page
      .locator(".filter-panel")
      .evaluateAll((c) => c.map((e) => Math.round(e.getBoundingClientRect().height)));
    console.log(
      name,
      tops.join(" "),
      "tallest",
      hs,
      "panel",
      panel,
      "sw",
      await page.evaluate("document.documentElement.scrollWidth").catch(() => ""),
    );
    await page.close();
  }
  const html = await (await fetch(site.url + "/")).text();
  const css = [...html.matchAll(/href="([^"]+\.css)"/g)].map(([, h]) => h as string);
  const sheets = await Promise.all(css.map(async (h) => (await fetch(site.url + h)).text()));
  console.log(
    "html",
    html.length,
    gzipSync(html).length,
    brotliCompressSync(html).length,
    "css",
    sheets.map((s) => [s.length, gzipSync(s).length, brotliCompressSync(s).length]),
  );
  await (await import("node:fs/promises")).writeFile("/tmp/shots-list/page.html", html);
} finally {
  await browser.close();
  await site.stop("SIGKILL");
}
