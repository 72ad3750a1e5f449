import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";

export type Client = { address: string };

/** What only the site itself knows. */
type SiteStatus = { migration: string; trouble: string | null; waitingWrites: number };

export type Build = {
  fetch: (request: Request, client: Client) => Promise<Response>;
  /** The address under which to cache the page, or undefined. */
  publicAddress: (path: string) => string | undefined;
  /** Throws when the database cannot be read. */
  readStatus: () => Promise<SiteStatus>;
  /** Closes the database; nothing can be asked after it. */
  close: () => Promise<void>;
};

const buildSchema = z.object({
  fetch: z.custom<Build["fetch"]>((value) => typeof value === "function"),
  publicAddress: z.custom<Build["publicAddress"]>((value) => typeof value === "function"),
  readStatus: z.custom<Build["readStatus"]>((value) => typeof value === "function"),
  close: z.custom<Build["close"]>((value) => typeof value === "function"),
});

/** Throws when the working folder has no build. */
export async function loadBuild(): Promise<Build> {
  // React and React Router read it when they are imported.
  process.env.NODE_ENV ??= "production";
  return buildSchema.parse(await import(pathToFileURL(resolve("build/server/index.js")).href));
}
