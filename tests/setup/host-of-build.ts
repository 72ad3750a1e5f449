import { afterAll } from "vitest";
import { loadBuild } from "../../server/build.ts";
import { DataState } from "../../server/data-state.ts";
import { openHost } from "./host.ts";
import { openTestDatabase } from "./test-database.ts";
import { UNLIMITED } from "./unlimited.ts";

/**
 * Our host with the production build, in this process and on an empty database. Call it at the top of a test file.
 * @param settings environment variables for the site
 */
export function openHostOfBuild(settings: Record<string, string> = {}) {
  const databaseFile = openTestDatabase();
  Object.assign(process.env, {
    NODE_ENV: "production",
    LOG_LEVEL: "silent",
    ...UNLIMITED,
    ...settings,
  });
  const data = new DataState(databaseFile);
  afterAll(() => data.close());
  const opening = loadBuild().then((build) =>
    openHost({
      build,
      readData: () => data.read(),
      now: () => Date.now(),
      readBudget: Number(settings.READ_BUDGET ?? 0),
    }),
  );
  return { databaseFile, opening };
}
