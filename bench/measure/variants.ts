import { copyForMeasuring, signInMember } from "./database-copy.ts";
import { startPeer } from "./start-process.ts";
import { startSite } from "./start-site.ts";

export type PageName = "L" | "P";

export type Variant = {
  name: string;
  pid: number;
  urls: Record<PageName, string>;
  headers: Record<string, string>;
  stop: () => Promise<void>;
};

const GZIP = { "Accept-Encoding": "gzip" };
const NO_CACHE = { PAGE_CACHE_MEGABYTES: "0" };

/** Each in a process of its own, on a copy of the same database. */
export async function startVariants(
  databaseFile: string,
  pages: { list: string; place: string },
): Promise<Variant[]> {
  const memberFile = copyForMeasuring(databaseFile);
  const uncachedFile = copyForMeasuring(databaseFile);
  const cookie = signInMember(memberFile.file, 1);
  const peer = await startPeer(["bench/peers/express.ts", databaseFile]);
  const stored = await startPeer(["bench/peers/express.ts", databaseFile, "stored"]);
  const site = await startSite(memberFile.file);
  const uncached = await startSite(uncachedFile.file, NO_CACHE);
  const sizes = { L: await sizeOf(site.url + pages.list), P: await sizeOf(site.url + pages.place) };
  const constant = await startPeer(["bench/peers/constant.ts"]);
  const both = (url: string) => ({ L: url + pages.list, P: url + pages.place });
  const ofSize = (bytes: Record<PageName, number>) => ({
    L: `${constant.url}/?bytes=${bytes.L}`,
    P: `${constant.url}/?bytes=${bytes.P}`,
  });
  const nothing = async () => {};
  const stopSite = async () => {
    await site.stop();
    memberFile.remove();
  };
  const stopUncached = async () => {
    await uncached.stop();
    uncachedFile.remove();
  };
  return [
    {
      name: "A, a constant",
      pid: constant.pid,
      urls: ofSize(sizes),
      headers: {},
      stop: constant.stop,
    },
    { name: "B, Express", pid: peer.pid, urls: both(peer.url), headers: {}, stop: peer.stop },
    { name: "B with gzip", pid: peer.pid, urls: both(peer.url), headers: GZIP, stop: nothing },
    {
      name: "B with stored scores",
      pid: stored.pid,
      urls: both(stored.url),
      headers: {},
      stop: stored.stop,
    },
    { name: "site, page kept", pid: site.pid, urls: both(site.url), headers: {}, stop: stopSite },
    {
      name: "site, page kept, gzip",
      pid: site.pid,
      urls: both(site.url),
      headers: GZIP,
      stop: nothing,
    },
    {
      name: "site, a member’s page",
      pid: site.pid,
      urls: both(site.url),
      headers: { Cookie: cookie },
      stop: nothing,
    },
    {
      name: "site, page not kept",
      pid: uncached.pid,
      urls: both(uncached.url),
      headers: {},
      stop: stopUncached,
    },
  ];
}

async function sizeOf(url: string): Promise<number> {
  return (await (await fetch(url)).arrayBuffer()).byteLength;
}
