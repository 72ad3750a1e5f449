import { pathToFileURL } from "node:url";
import { z } from "zod";
import { openTestDatabase } from "./test-database.ts";
import { UNLIMITED } from "./unlimited.ts";

type Fetch = (request: Request, client?: { address: string }) => Promise<Response>;

const buildSchema = z.object({ fetch: z.custom<Fetch>((value) => typeof value === "function") });

/** The address under which tests ask for the site. Nothing listens there. */
export const ORIGIN = "http://fork.test";

/**
 * The production build's fetch function on an empty database of this test file's own. Call it at the top of the file.
 * @param settings environment variables for the site, set before it is loaded
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
