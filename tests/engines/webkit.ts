import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder, type WebDriver, WebElement } from "selenium-webdriver";
import { findFreePort } from "../setup/free-port.ts";
import type { Engine, Tab } from "./browser.ts";
import { firstThatExists } from "./installed.ts";

const driverPath = firstThatExists(["/usr/bin/WebKitWebDriver"]);
const displayPath = firstThatExists(["/usr/bin/Xvfb"]);
const [browserPath] = globSync("/usr/lib/*/webkit2gtk-4.*/MiniBrowser");

/** WebKitGTK: the engine of Safari, and the nearest to it that runs on Linux. */
export const webkit: Engine = {
  name: "WebKit",
  goesBack: false,
  missing: driverPath && displayPath && browserPath ? undefined : "webkit2gtk-driver and xvfb",
  start: async ({ scripts }) => {
    const folder = await mkdtemp(join(tmpdir(), "webkit-"));
    const screen = ["-screen", "0", "1280x900x24", "-nolisten", "tcp", "-displayfd", "1"];
    const display = spawn(displayPath ?? "", screen, { stdio: ["ignore", "pipe", "ignore"] });
    const [number] = await once(display.stdout, "data");
    const env = {
      ...process.env,
      HOME: folder,
      XDG_CONFIG_HOME: folder,
      GDK_BACKEND: "x11",
      DISPLAY: `:${String(number).trim()}`,
    };
    await mkdir(join(folder, "gtk-3.0"));
    await writeFile(
      join(folder, "gtk-3.0", "settings.ini"),
      "[Settings]\ngtk-enable-animations=0\n",
    );
    const port = await findFreePort();
    const driver = spawn(driverPath ?? "", [`--port=${port}`], { env, stdio: "ignore" });
    const url = `http://127.0.0.1:${port}`;
    await untilItAnswers(`${url}/status`);
    const args = ["--automation", `--enable-javascript=${scripts}`];
    return {
      openTab: () => openTab(url, args),
      stop: async () => {
        const ended = [once(driver, "exit"), once(display, "exit")];
        driver.kill("SIGKILL");
        display.kill("SIGKILL");
        await Promise.all(ended);
        await rm(folder, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  },
};

async function untilItAnswers(url: string): Promise<void> {
  for (;;) if (await fetch(url).catch(() => undefined)) return;
}

/** In a browser of its own. */
async function openTab(server: string, args: string[]): Promise<Tab> {
  const driver = await new Builder()
    .usingServer(server)
    .withCapabilities({
      browserName: "MiniBrowser",
      pageLoadStrategy: "none",
      "webkitgtk:browserOptions": { binary: browserPath, args },
    })
    .build();
  await driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 900 });
  return {
    open: (url) => driver.get(url),
    reload: () => driver.navigate().refresh(),
    back: () => driver.navigate().back(),
    run: (script, ...args) => runIn(driver, script, args),
    press: async (script, ...args) => {
      const element = await runIn(driver, script, args);
      if (!(element instanceof WebElement)) throw new Error(`Not found: ${args.join(" ")}`);
      await element.click();
    },
    type: async (text) => driver.switchTo().activeElement().sendKeys(text),
    close: () => driver.quit(),
  };
}

function runIn(driver: WebDriver, script: (...args: never[]) => unknown, args: unknown[]) {
  return driver.executeScript<unknown>(`return (${script})(...arguments)`, ...args);
}
