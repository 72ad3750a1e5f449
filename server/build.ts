import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";

/** The other end of a connection. */
export type Client = { address: string };

/** What the build of the site has for its host. */
export type Build = {
  /** Answers a request. */
  fetch: (request: Request, client: Client) => Promise<Response>;
  /** The address under which the page at a path may be kept for everybody, if any. */
  publicAddress: (path: string) => string | undefined;
};

const buildSchema = z.object({
  fetch: z.custom<Build["fetch"]>((value) => typeof value === "function"),
  publicAddress: z.custom<Build["publicAddress"]>((value) => typeof value === "function"),
});

/** Loads the build under the folder that the process runs in. Throws when there is none. */
export async function loadBuild(): Promise<Build> {
  // React and React Router choose at their import whether they are built for development.
  process.env.NODE_ENV ??= "production";
  return buildSchema.parse(await import(pathToFileURL(resolve("build/server/index.js")).href));
}
