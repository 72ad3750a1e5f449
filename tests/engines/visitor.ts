import { expect, vi } from "vitest";
import type { Tab } from "./browser.ts";
import type { Connection } from "./connection.ts";
import * as inPage from "./in-page.ts";

const PATIENCE = { timeout: 30_000, interval: 40 };

/** Somebody in front of a browser: every step waits until it can be done. */
export type Visitor = ReturnType<typeof newVisitor>;

export function newVisitor(tab: Tab, connection: Connection, scripts: boolean) {
  const until = (what: () => Promise<void>) => vi.waitFor(what, PATIENCE);

  async function press(css: string, text = ""): Promise<void> {
    await until(() => tab.press(inPage.findShown, css, text));
  }

  async function isReady(): Promise<void> {
    await until(async () => {
      const ready = { isNew: true, isWhole: true, hasScripts: scripts };
      expect(await tab.run(inPage.isNewAndReady)).toEqual(ready);
    });
  }

  return {
    tab,
    connection,
    scripts,
    until,
    press,
    isReady,
    async open(path: string): Promise<void> {
      await tab.run(inPage.markAsOld);
      await tab.open(connection.url + path);
      await isReady();
    },
    async reload(): Promise<void> {
      await tab.run(inPage.markAsOld);
      await tab.reload();
      await isReady();
    },
    link: (text: string) => press("a", text),
    button: (text: string) => press("button", text),
    /** Opens what is folded. */
    unfold: (text: string) => press("summary", text),
    /** Presses the label, as one does with boxes and radios. */
    choose: (text: string) => press("label", text),
    async type(label: string, text: string): Promise<void> {
      await until(async () => {
        await tab.press(inPage.findShown, "label", label);
        expect(await tab.run(inPage.isLabelFocused, label)).toBe(true);
      });
      await tab.type(text);
    },
    async sees(css: string, text: string | RegExp): Promise<void> {
      await until(async () => expect(await tab.run(inPage.textOf, css)).toMatch(text));
    },
    async isAt(path: string | RegExp): Promise<void> {
      await until(async () => expect(await tab.run(inPage.address)).toMatch(path));
    },
    async hasValue(css: string, value: string): Promise<void> {
      await until(async () => expect(await tab.run(inPage.shownValue, css)).toBe(value));
    },
  };
}
