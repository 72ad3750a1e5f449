import { defineConfig } from "@playwright/test";
import { chromiumLaunchOptions } from "./tests/browser/chromium.ts";

const SLOW = /\.slow\.test\.ts$/;
const TAG = /@without-javascript/;
// The stories that npm test walks without JavaScript too; test:slow has the other tagged ones.
const MAIN_STORIES =
  /(recommend-place|review|sighting|session|filter|form-errors|identity|leave|merge|moderation|search)\.test\.ts$/;

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
  timeout: 60_000,
  projects: [
    { name: "with JavaScript", testIgnore: SLOW, use: { javaScriptEnabled: true } },
    // Where a page posts, navigates or reports; tests/http sends every form besides.
    {
      name: "without JavaScript",
      testMatch: MAIN_STORIES,
      grep: TAG,
      use: { javaScriptEnabled: false },
    },
    // `npm run test:slow` runs these two.
    { name: "slow", testMatch: SLOW, use: { javaScriptEnabled: true } },
    {
      name: "the rest without JavaScript",
      testIgnore: [SLOW, MAIN_STORIES],
      grep: TAG,
      use: { javaScriptEnabled: false },
    },
  ],
});
