import { defineConfig } from "@playwright/test";
import { chromiumLaunchOptions } from "./tests/browser/chromium.ts";

export default defineConfig({
  testDir: "tests/browser",
  globalSetup: "./tests/browser/seeded-database.ts",
  fullyParallel: true,
  workers: 2,
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
    { name: "without JavaScript", use: { javaScriptEnabled: false } },
  ],
});
