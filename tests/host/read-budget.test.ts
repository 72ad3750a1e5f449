import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openHost, publicPage, standInBuild } from "../setup/host.ts";
import { openHostOfBuild } from "../setup/host-of-build.ts";

const BUDGET = 2;
const MOST_AT_ONCE = BUDGET * 16;

/** Who asks is told by a header. Addresses under /own are personal, as is /healthz. */
const told: Parameters<typeof standInBuild>[1] = {
  publicAddress: (path) => (/^\/(own|healthz)/.test(path) ? undefined : path),
  readProxy: (header) => ({ isHttps: false, address: header("Fly-Client-IP") }),
};
const from = (address: string) => ({ headers: { "Fly-Client-IP": address } });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-25T12:00:00Z") });
});

afterEach(() => {
  vi.useRealTimers();
});

async function openBudgeted() {
  const { build, asked } = standInBuild(() => publicPage("soup"), told);
  const host = await openHost({ build, readBudget: BUDGET });
  const statuses = async (count: number, address: string, path: (index: number) => string) => {
    const answers = await Promise.all(
      Array.from({ length: count }, (_, index) => host.ask(path(index), from(address))),
    );
    return answers.map(({ status }) => status);
  };
  return { host, asked, statuses };
}

test("beyond its budget a network waits, and gets the pages that are kept; others wait for nothing", async () => {
  const { host, asked, statuses } = await openBudgeted();
  await host.ask("/kept", from("192.0.2.1"));
  const made = await statuses(60, "192.0.2.2", (index) => `/list?q=${index}`);
  expect(made.filter((status) => status === 200)).toHaveLength(MOST_AT_ONCE);
  const refused = await host.ask("/list?q=new", from("192.0.2.2"));
  expect([refused.status, refused.headers["retry-after"]]).toEqual([503, "1"]);
  expect(refused.text).toContain("<h1>One moment, please</h1>");
  expect(refused.headers["cache-control"]).toBe("no-store");
  expect(refused.headers["x-frame-options"]).toBe("DENY");
  expect((await host.ask("/own", from("192.0.2.2"))).status).toBe(503);
  expect((await host.ask("/kept", from("192.0.2.2"))).status).toBe(200);
  expect((await host.ask("/list?q=other", from("192.0.2.3"))).status).toBe(200);
  expect(asked).toHaveLength(MOST_AT_ONCE + 2);
});

test("the budget comes back with time, and whether the site lives is always said", async () => {
  const { host, statuses } = await openBudgeted();
  await statuses(60, "192.0.2.2", (index) => `/own/${index}`);
  expect((await host.ask("/own/list", from("192.0.2.2"))).status).toBe(503);
  expect((await host.ask("/healthz", from("192.0.2.2"))).status).toBe(200);
  vi.setSystemTime(Date.now() + 1001);
  expect(await statuses(3, "192.0.2.2", (index) => `/own/${index}`)).toEqual([200, 200, 503]);
  vi.setSystemTime(Date.now() + 60_001);
  expect(await statuses(3, "192.0.2.2", (index) => `/own/${index}`)).toEqual([200, 200, 200]);
});

test("posts have a budget of their own: who reads much still posts", async () => {
  const { host, statuses } = await openBudgeted();
  await statuses(60, "192.0.2.2", (index) => `/own/${index}`);
  const post = () => host.ask("/own/form", { method: "POST", ...from("192.0.2.2") });
  expect((await post()).status).toBe(200);
  const posts = await Promise.all(Array.from({ length: 60 }, post));
  const refused = posts.filter(({ status }) => status === 503);
  expect(refused).toHaveLength(61 - MOST_AT_ONCE);
  expect(refused[0]?.text).toContain("go back and send it again");
});

test("of one network four pages are made at once, so that those of others come between them", async () => {
  const order: string[] = [];
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { build } = standInBuild(async (request) => {
    const { pathname } = new URL(request.url);
    order.push(pathname);
    if (pathname.startsWith("/own/slow")) await released;
    return publicPage("soup");
  }, told);
  const host = await openHost({ build, readBudget: 100 });
  const slow = Array.from({ length: 8 }, (_, index) =>
    host.ask(`/own/slow${index}`, from("192.0.2.2")),
  );
  await vi.waitFor(() => expect(order).toHaveLength(4));
  expect((await host.ask("/own/quick", from("192.0.2.3"))).status).toBe(200);
  expect(order).toHaveLength(5);
  release();
  expect((await Promise.all(slow)).every(({ status }) => status === 200)).toBe(true);
});

const { opening } = openHostOfBuild();

test("a cookie that this site did not seal takes nobody past the pages that are kept", async () => {
  const { ask, cache } = await opening;
  const plain = await ask("/about");
  const kept = cache.bytes;
  for (const cookie of [
    "flash=forged",
    "new-code=forged",
    "flash=e30.AAAA; new-code=x; __Host-flash=y",
  ]) {
    const answer = await ask("/about", { headers: { Cookie: cookie } });
    expect([answer.status, answer.headers["set-cookie"]]).toEqual([200, undefined]);
    expect(answer.headers.etag).toBe(plain.headers.etag);
  }
  expect(cache.bytes).toBe(kept);
});
