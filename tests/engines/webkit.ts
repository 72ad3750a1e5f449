import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Builder, type WebDriver, WebElement } from "selenium-webdriver";
import { findFreePort } from "../setup/free-port.ts";
import type { Engine, Tab } from "./browser.ts";
import { firstThatExists } from "./installed.ts";

const driverPath = firstThatExists(["/usr/bin/WebKitWebDriver"]);
// A display without a screen, for GTK alone.
const displayPath = firstThatExists(["/usr/bin/broadwayd"]);
const [browserPath] = globSync("/usr/lib/*/webkit2gtk-4.*/MiniBrowser");

/** WebKitGTK: the engine of Safari, and the nearest to it that runs on Linux. */
export const webkit: Engine = {
  name: "WebKit",
  missing:
    driverPath && displayPath && browserPath ? undefined : "webkit2gtk-driver and libgtk-3-bin",
  start: async ({ scripts }) => {
    const folder = await mkdtemp(join(tmpdir(), "webkit-"));
    const env = {
      ...process.env,
      HOME: folder,
      XDG_RUNTIME_DIR: folder,
      GDK_BACKEND: "broadway",
      BROADWAY_DISPLAY: ":0",
    };
    const web = join(folder, "web.sock");
    const display = spawn(displayPath ?? "", ["--unixsocket", web, ":0"], { env, stdio: "pipe" });
    await once(display.stdout, "data");
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
