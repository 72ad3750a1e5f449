import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const USUAL_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The path of a Chromium on this machine: the one CHROMIUM_PATH names, an installed one, or Playwright's; or undefined. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH ?? "", ...USUAL_PATHS, chromium.executablePath()].find(
    (path) => path !== "" && existsSync(path),
  );
}

/** How to launch that Chromium. Its sandbox refuses to run as root, which containers are. */
export function chromiumLaunchOptions() {
  return { executablePath: findChromium(), args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] };
}
