import { copyFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { chromiumLaunchOptions } from "./browser/chromium.ts";
import { serveSite } from "./setup/served-site.ts";

copyFileSync("/tmp/shots-list/seeded.sqlite", "/tmp/shots-list/probe.sqlite");
const site = await serveSite("/tmp/shots-list/probe.sqlite");
const browser = await chromium.launch(chromiumLaunchOptions());
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, baseURL: site.url });
page.on("console", (m) => console.log(m.type(), m.text()));
page.on("pageerror", (e) => console.log("ERR", e.message));
page.on("response", (r) => console.log(r.status(), r.url()));
await page.goto("/places");
await page.waitForTimeout(1500);
console.log((await page.locator(".list-aside").innerHTML()).slice(0, 300));
await browser.close();
await site.stop("SIGKILL");
