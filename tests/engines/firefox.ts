import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { type Bidi, connectBidi } from "./bidi.ts";
import type { Engine, Tab } from "./browser.ts";
import { firstThatExists } from "./installed.ts";

const path = firstThatExists([
  process.env.FIREFOX_PATH,
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
]);

export const firefox: Engine = {
  name: "Firefox",
  goesBack: true,
  missing: path ? undefined : "firefox-esr (or another Firefox, named in FIREFOX_PATH)",
  start: async ({ scripts }) => {
    const profile = await mkdtemp(join(tmpdir(), "firefox-"));
    await writeFile(
      join(profile, "user.js"),
      `user_pref("javascript.enabled", ${scripts});\nuser_pref("ui.prefersReducedMotion", 1);\n`,
    );
    const firefox = spawn(
      path ?? "",
      ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"],
      { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, HOME: profile } },
    );
    const bidi = await connectBidi(`${await addressIn(firefox.stderr)}/session`);
    await bidi.send("session.new", { capabilities: {} });
    return {
      openTab: () => openTab(bidi),
      stop: async () => {
        const ended = once(firefox, "exit");
        bidi.close();
        firefox.kill("SIGKILL");
        await ended;
        await rm(profile, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  },
};

/** Firefox says on its standard error where it listens. */
async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  const lines = createInterface(output);
  return new Promise((resolve, reject) => {
    lines.on("line", (line) => {
      const [, address] = /^WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
      if (address) resolve(address);
    });
    lines.on("close", () => reject(new Error("Firefox ended without listening.")));
  });
}

const resultSchema = z.union([
  z.object({
    type: z.literal("success"),
    result: z.object({ value: z.unknown().optional(), sharedId: z.string().optional() }),
  }),
  z.object({ type: z.literal("exception"), exceptionDetails: z.object({ text: z.string() }) }),
]);

async function openTab(bidi: Bidi): Promise<Tab> {
  const { userContext } = z
    .object({ userContext: z.string() })
    .parse(await bidi.send("browser.createUserContext", {}));
  const { context } = z
    .object({ context: z.string() })
    .parse(await bidi.send("browsingContext.create", { type: "tab", userContext }));

  async function call(functionDeclaration: string, args: unknown[]) {
    const answer = resultSchema.parse(
      await bidi.send("script.callFunction", {
        functionDeclaration,
        arguments: [{ type: "string", value: JSON.stringify(args) }],
        awaitPromise: false,
        target: { context },
      }),
    );
    if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
    return answer.result;
  }

  async function act(type: string, actions: object[]) {
    await bidi.send("input.performActions", { context, actions: [{ type, id: type, actions }] });
  }

  return {
    open: async (url) => {
      await bidi.send("browsingContext.navigate", { context, url, wait: "none" });
    },
    reload: async () => {
      await bidi.send("browsingContext.reload", { context, wait: "none" });
    },
    back: async () => {
      await bidi.send("browsingContext.traverseHistory", { context, delta: -1 });
    },
    // Results travel as text: BiDi would describe an object as a tree of types.
    run: async (script, ...args) => {
      const { value } = await call(
        `(args) => JSON.stringify((${script})(...JSON.parse(args)))`,
        args,
      );
      return value === undefined ? undefined : JSON.parse(z.string().parse(value));
    },
    press: async (script, ...args) => {
      const { sharedId } = await call(`(args) => (${script})(...JSON.parse(args))`, args);
      if (!sharedId) throw new Error(`Not found: ${args.join(" ")}`);
      const origin = { type: "element", element: { sharedId } };
      await act("pointer", [
        { type: "pointerMove", x: 0, y: 0, origin },
        { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ]);
    },
    type: (text) => {
      const keys = [...text].flatMap((value) => [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ]);
      return act("key", keys);
    },
    close: async () => {
      await bidi.send("browser.removeUserContext", { userContext });
    },
  };
}
