import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const USUAL_PATHS = [
  // Debian's Chromium without its windows: the same pages in half of the time.
  "/usr/lib/chromium/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** CHROMIUM_PATH, else an installed one, else Playwright's. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH ?? "", ...USUAL_PATHS, chromium.executablePath()].find(
    (path) => path !== "" && existsSync(path),
  );
}

/** Chromium's sandbox refuses to run as root, as in a container. */
export function chromiumLaunchOptions() {
  const withoutSandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  // Nothing is to be seen, and drawing by software as a graphics card would takes a sixth of the time.
  return { executablePath: findChromium(), args: [...withoutSandbox, "--disable-gpu"] };
}
