import { defineConfig } from "@playwright/test";

const launchOptions = {
  executablePath: process.env.CHROMIUM_PATH,
  // Chromium's sandbox refuses to run as root, which containers are.
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
};

export default defineConfig({
  testDir: "tests/browser",
  globalSetup: "./tests/browser/seeded-database.ts",
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI === "true",
  reporter: "line",
  use: { launchOptions, locale: "en-GB", timezoneId: "Europe/London", reducedMotion: "reduce" },
  projects: [
    { name: "with JavaScript", use: { javaScriptEnabled: true } },
    { name: "without JavaScript", use: { javaScriptEnabled: false } },
  ],
});
