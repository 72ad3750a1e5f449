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
  /** Whether the visitor's cookies hold something that no page kept for everybody can show. */
  isPersonal: (url: string, cookie: string) => Promise<boolean>;
  /** What a trusted proxy says of the visitor, and without one what the connection does. */
  readProxy: (
    header: (name: string) => string | undefined,
    peer: string | undefined,
  ) => { isHttps: boolean; address: string | undefined };
  /** The network that counts as one visitor. */
  limitKey: (address: string | undefined) => string;
  /** Without secrets. */
  pathToLog: (path: string) => string;
};

const aFunction = <Known>() => z.custom<Known>((value) => typeof value === "function");

const buildSchema = z.object({
  fetch: aFunction<Build["fetch"]>(),
  publicAddress: aFunction<Build["publicAddress"]>(),
  readStatus: aFunction<Build["readStatus"]>(),
  close: aFunction<Build["close"]>(),
  isPersonal: aFunction<Build["isPersonal"]>(),
  readProxy: aFunction<Build["readProxy"]>(),
  limitKey: aFunction<Build["limitKey"]>(),
  pathToLog: aFunction<Build["pathToLog"]>(),
});

/** Throws when the working folder has no build. */
export async function loadBuild(): Promise<Build> {
  // React and React Router read it when they are imported.
  process.env.NODE_ENV ??= "production";
  return buildSchema.parse(await import(pathToFileURL(resolve("build/server/index.js")).href));
}
