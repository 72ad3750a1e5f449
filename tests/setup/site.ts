import { pathToFileURL } from "node:url";
import { z } from "zod";
import { openTestDatabase } from "./test-database.ts";
import { UNLIMITED } from "./unlimited.ts";

type Fetch = (request: Request, client?: { address: string }) => Promise<Response>;

const buildSchema = z.object({ fetch: z.custom<Fetch>((value) => typeof value === "function") });

/** Nothing listens there. */
export const ORIGIN = "http://fork.test";

/**
 * The production build's fetch on an empty database. Call it at the top of a test file.
 * @param settings environment variables, set before the site is loaded
 */
export function openSite(settings: Record<string, string> = {}): {
  fetch: Fetch;
  databaseFile: string;
} {
  const databaseFile = openTestDatabase();
  Object.assign(process.env, {
    NODE_ENV: "production",
    LOG_LEVEL: "silent",
    ...UNLIMITED,
    ...settings,
  });
  const loading = import(pathToFileURL("build/server/index.js").href).then(
    (build) => buildSchema.parse(build).fetch,
  );
  return { databaseFile, fetch: async (request, client) => (await loading)(request, client) };
}
