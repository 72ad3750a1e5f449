import { defineConfig } from "@playwright/test";
import { chromiumLaunchOptions } from "./tests/browser/chromium.ts";

export default defineConfig({
  testDir: "tests/browser",
  globalSetup: "./tests/browser/seeded-database.ts",
  fullyParallel: true,
  workers: "100%",
  forbidOnly: process.env.CI === "true",
  reporter: "line",
  use: {
    launchOptions: chromiumLaunchOptions(),
    locale: "en-GB",
    timezoneId: "Europe/London",
    reducedMotion: "reduce",
  },
  projects: [
    { name: "with JavaScript", use: { javaScriptEnabled: true } },
    // Where a page posts, navigates or reports; tests/http sends every form besides.
    {
      name: "without JavaScript",
      use: { javaScriptEnabled: false },
      grep: /@without-javascript/,
    },
    // Everything else without JavaScript takes long: `npm run test:slow` runs it.
    {
      name: "the rest without JavaScript",
      use: { javaScriptEnabled: false },
      grepInvert: /@without-javascript/,
    },
  ],
});
