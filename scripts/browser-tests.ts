import { findChromium } from "../tests/browser/chromium.ts";
import { runUntilItEnds } from "./run.ts";

// The projects of playwright.config.ts by the command that runs them.
const QUICK = ["with JavaScript", "without JavaScript"];
const SLOW = ["the rest with JavaScript", "the rest without JavaScript"];

const [kind, ...rest] = process.argv.slice(2);
const projects = kind === "slow" ? SLOW : QUICK;

// Any installed Chromium will do: playwright.config.ts finds it, and Playwright's own would be a download.
if (findChromium()) {
  process.exitCode = await runUntilItEnds("node_modules/@playwright/test/cli.js", [
    "test",
    ...projects.map((project) => `--project=${project}`),
    ...rest,
  ]);
} else {
  console.log(
    "SKIPPED: all browser tests, since no Chromium was found. Install it, or name it in CHROMIUM_PATH.",
  );
  if (process.env.CI === "true") process.exitCode = 1;
}
