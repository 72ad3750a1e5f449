import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { preparePeople } from "../browser/people.ts";
import { migrate, seed } from "../setup/migrate.ts";
import { serveSite } from "../setup/served-site.ts";
import type { Browser, Engine } from "./browser.ts";
import { type Connection, connectTo } from "./connection.ts";
import { describePage } from "./in-page.ts";
import { STORIES } from "./stories.ts";
import { newVisitor } from "./visitor.ts";
import { WAYS_OF_LEAVING } from "./ways-of-leaving.ts";

/** Everything that is tried in Firefox and WebKit, with scripts and without. */
export function tryEngine(engine: Engine): void {
  if (engine.missing) {
    console.warn(
      `SKIPPED: all tests in ${engine.name}, since it is not installed: ${engine.missing}.`,
    );
    test(`${engine.name} is installed where it has to be`, () => {
      expect(process.env.CI).not.toBe("true");
    });
    return;
  }
  let folder: string;
  let site: Awaited<ReturnType<typeof serveSite>>;
  let connection: Connection;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "fork-and-filter-"));
    const file = join(folder, "engine.sqlite");
    await migrate(file);
    await seed(file);
    site = await serveSite(file);
    const people = await preparePeople(site.url, file);
    connection = await connectTo(site.url, new Map(Object.entries(people)));
  }, 120_000);

  afterAll(async () => {
    await connection?.stop();
    await site?.stop("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });

  describe.each([true, false])(`${engine.name}, with scripts: %s`, (scripts) => {
    let browser: Browser;

    beforeAll(async () => {
      browser = await engine.start({ scripts });
    }, 120_000);

    afterAll(() => browser?.stop());

    const tried = [...STORIES, ...(engine.goesBack ? WAYS_OF_LEAVING : [])].filter(
      (story) => scripts || !story.needsScripts,
    );
    // The drivers lose a press now and then; what fails twice is the site's.
    test.for(tried)("$title", { retry: 1 }, async ({ as, walk }) => {
      const tab = await browser.openTab();
      const visitor = newVisitor(tab, connection, scripts);
      try {
        await tab.open(`${connection.url}/browse-as/${as ?? ""}`);
        await visitor.sees("title", "Changed");
        await walk(visitor);
      } catch (error) {
        throw new Error(`${error}\nThe page then:\n${await tab.run(describePage)}`, {
          cause: error,
        });
      } finally {
        connection.restore();
        await tab.close();
      }
    });
  });
}
