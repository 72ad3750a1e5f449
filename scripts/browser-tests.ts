import { findChromium } from "../tests/browser/chromium.ts";
import { runUntilItEnds } from "./run.ts";

// The projects of playwright.config.ts by the command that runs them.
const QUICK = ["with JavaScript", "without JavaScript"];
const SLOW = ["slow", "the rest without JavaScript"];

const [kind, ...rest] = process.argv.slice(2);
const projects = kind === "slow" ? SLOW : QUICK;

// Playwright's own browser is a download; any Chromium that is installed will do, and playwright.config.ts finds it.
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
