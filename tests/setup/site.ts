import { randomUUID } from "node:crypto";
import { pathToFileURL } from "node:url";
import { afterAll } from "vitest";
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
  const environment = { ...process.env };
  afterAll(() => {
    process.env = environment;
  });
  const databaseFile = openTestDatabase();
  Object.assign(process.env, {
    NODE_ENV: "production",
    LOG_LEVEL: "silent",
    ...UNLIMITED,
    ...settings,
  });
  // A copy of the site for each test file: several share a process.
  const url = pathToFileURL("build/server/index.js");
  url.search = randomUUID();
  const loading = import(url.href).then((build) => buildSchema.parse(build).fetch);
  return { databaseFile, fetch: async (request, client) => (await loading)(request, client) };
}
