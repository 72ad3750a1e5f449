import { defineConfig } from "@playwright/test";
import { chromiumLaunchOptions } from "./tests/browser/chromium.ts";

const TAG = /@without-javascript/;
// What npm test walks through in a browser; npm run test:slow walks through the rest.
const MAIN_STORIES =
  /(recommend-place|review|sighting|session|filter|filter-by-itself|form-errors|post-once|recovery-code|leave|merge|moderation|search|screens)\.test\.ts$/;

export default defineConfig({
  testDir: "tests/browser",
  globalSetup: "./tests/browser/seeded-database.ts",
  fullyParallel: true,
  workers: "100%",
  forbidOnly: process.env.CI === "true",
  // Of a long log only the end is read: there dots leave room for what failed.
  reporter: process.env.CI === "true" ? "dot" : "line",
  use: {
    launchOptions: chromiumLaunchOptions(),
    locale: "en-GB",
    timezoneId: "Europe/London",
    reducedMotion: "reduce",
  },
  timeout: 60_000,
  projects: [
    { name: "with JavaScript", testMatch: MAIN_STORIES, use: { javaScriptEnabled: true } },
    // Where a page posts, navigates or reports; tests/http sends every form besides.
    {
      name: "without JavaScript",
      testMatch: MAIN_STORIES,
      grep: TAG,
      use: { javaScriptEnabled: false },
    },
    {
      name: "the rest with JavaScript",
      testIgnore: MAIN_STORIES,
      use: { javaScriptEnabled: true },
    },
    {
      name: "the rest without JavaScript",
      testIgnore: MAIN_STORIES,
      grep: TAG,
      use: { javaScriptEnabled: false },
    },
  ],
});
