import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openHost, publicPage, standInBuild } from "../setup/host.ts";

const LONG = "noodles ".repeat(500);
let data = 1;
let body = LONG;
let policy = "default-src 'none'";
let status = 200;
const { build } = standInBuild(() =>
  publicPage(body, { status, headers: { "Content-Security-Policy": policy } }),
);
const host = openHost({ build, readData: () => String(data) });
const ask: Awaited<typeof host>["ask"] = async (...question) => (await host).ask(...question);

beforeEach(() => {
  data += 1;
  [body, policy, status] = [LONG, "default-src 'none'", 200];
});

afterEach(() => {
  vi.restoreAllMocks();
});

const tagOf = async (encoding: string) =>
  (await ask("/", { headers: { "Accept-Encoding": encoding } })).headers.etag ?? "none";

test("each coding of a page has a strong tag of its own, which stays while the page does", async () => {
  const tags = [await tagOf("identity"), await tagOf("gzip"), await tagOf("br")];
  expect(new Set(tags).size).toBe(3);
  for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/);
  data += 1;
  expect([await tagOf("identity"), await tagOf("gzip"), await tagOf("br")]).toEqual(tags);
});

test("another text, and another header, is another tag", async () => {
  const tag = await tagOf("br");
  data += 1;
  body += "!";
  const other = await tagOf("br");
  data += 1;
  policy = "default-src 'self'";
  expect(new Set([tag, other, await tagOf("br")]).size).toBe(3);
});

describe("If-None-Match", () => {
  const variants: [string, (tag: string) => string][] = [
    ["the tag", (tag) => tag],
    ["the tag, weakly", (tag) => `W/${tag}`],
    ["a list", (tag) => `"a", "b,c" , ${tag},"d"`],
    ["a weak list", (tag) => `W/"a",W/${tag}`],
    ["anything", () => " * "],
  ];

  test.each(variants)("%s: the client's copy is still right", async (_, write) => {
    for (const method of ["GET", "HEAD"]) {
      for (const encoding of ["identity", "gzip", "br"]) {
        const headers = {
          "Accept-Encoding": encoding,
          "If-None-Match": write(await tagOf(encoding)),
        };
        const answer = await ask("/", { method, headers });
        expect([answer.status, answer.body.byteLength]).toEqual([304, 0]);
        expect(answer.headers).toMatchObject({
          etag: await tagOf(encoding),
          vary: "Cookie, Accept-Encoding",
          "cache-control": "public, max-age=0, s-maxage=60",
        });
        for (const name of ["content-length", "content-encoding"]) {
          expect(answer.headers).not.toHaveProperty(name);
        }
      }
    }
  });

  test.each([
    ["another tag", () => '"other"'],
    ["the tag of another coding", (tag: string) => tag.replace("-br", "-gzip")],
    ["the tag without its quotes", (tag: string) => tag.replaceAll('"', "")],
    ["nothing", () => ""],
    ["a star in a tag", () => '"*"'],
  ])("%s: the page is sent", async (_, write) => {
    const headers = { "Accept-Encoding": "br", "If-None-Match": write(await tagOf("br")) };
    expect((await ask("/", { headers })).status).toBe(200);
  });

  test("a copy from before a change is not right any more", async () => {
    const headers = { "If-None-Match": await tagOf("identity") };
    data += 1;
    body = "changed";
    expect(await ask("/", { headers })).toMatchObject({ status: 200, text: "changed" });
  });

  test("an address where there is nothing stays 404", async () => {
    status = 404;
    const { headers } = await ask("/");
    expect(headers.etag).toBeUndefined();
    expect((await ask("/", { headers: { "If-None-Match": "*" } })).status).toBe(404);
  });
});

describe("If-Modified-Since", () => {
  test("a kept page has a date once the second in which it was made is over, and is current by it", async () => {
    const clock = vi.spyOn(Date, "now");
    clock.mockReturnValue(Date.UTC(2026, 10, 30, 12, 0, 0, 400));
    expect((await ask("/")).headers).not.toHaveProperty("last-modified");
    clock.mockReturnValue(Date.UTC(2026, 10, 30, 12, 0, 0, 900));
    expect((await ask("/")).headers).not.toHaveProperty("last-modified");
    clock.mockReturnValue(Date.UTC(2026, 10, 30, 12, 0, 1));
    const { headers } = await ask("/");
    expect(headers["last-modified"]).toBe("Mon, 30 Nov 2026 12:00:00 GMT");
    const since = { "If-Modified-Since": "Mon, 30 Nov 2026 12:00:00 GMT" };
    expect((await ask("/", { headers: since })).status).toBe(304);
    // The entity tag counts before the date.
    const both = { ...since, "If-None-Match": '"other"' };
    expect((await ask("/", { headers: both })).status).toBe(200);
    data += 1;
    body = "changed";
    expect(await ask("/", { headers: since })).toMatchObject({ status: 200, text: "changed" });
  });
});
