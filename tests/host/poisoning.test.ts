import { beforeEach, describe, expect, test } from "vitest";
import { openHost, publicPage, standInBuild } from "../setup/host.ts";

// Puts everything that it is told into its page, so what the page lacks did not reach the site.
const answer = async (request: Request) =>
  publicPage(
    JSON.stringify([request.url, request.method, [...request.headers], await request.text()]),
  );
const { build, asked } = standInBuild(answer);
const proxied = standInBuild(answer, {
  readProxy: (header) => ({
    isHttps: header("X-Forwarded-Proto") === "https",
    address: header("Fly-Client-IP"),
  }),
});
let data = 1;
const host = openHost({ build, readData: () => String(data) });
const behindProxy = openHost({ build: proxied.build, readData: () => String(data) });

beforeEach(() => {
  data += 1;
  asked.length = 0;
});

const HOSTILE = {
  "X-Forwarded-Host": "evil.example",
  "X-Forwarded-Proto": "https",
  "X-Forwarded-For": "6.6.6.6",
  "Fly-Client-IP": "6.6.6.7",
  "X-Forwarded-Port": "6666",
  Forwarded: "host=evil.example;proto=https",
  "X-Original-URL": "/evil",
  "X-Rewrite-URL": "/evil",
  "X-HTTP-Method-Override": "POST",
  "Accept-Language": "tlh",
  "User-Agent": "<script>",
  Accept: "application/evil",
  Referer: "https://evil.example",
  Origin: "https://evil.example",
  Cookie: "session=secret",
  Range: "bytes=0-1",
  "If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT",
  "Cache-Control": "no-cache",
};

describe.each(Object.entries(HOSTILE))("%s: %s", (name, value) => {
  test("reaches nobody's page, and makes no page of its own", async () => {
    const { ask } = await host;
    const hostile = await ask("/places", { headers: { [name]: value } });
    const innocent = await ask("/places");
    expect([hostile.status, hostile.text]).toEqual([200, innocent.text]);
    expect(innocent.text).not.toContain(value);
    expect(asked).toHaveLength(1);
  });
});

test("a body on GET is not looked at, and the next request on its connection is its own", async () => {
  const { ask } = await host;
  const body = "GET /evil HTTP/1.1\r\nHost: evil.example\r\n\r\n";
  const hostile = await ask("/places", {
    body,
    headers: { "Content-Length": String(body.length) },
  });
  expect(hostile.status).toBe(200);
  expect((await ask("/places")).text).toBe(hostile.text);
  expect(asked.map(({ url }) => new URL(url).pathname)).toEqual(["/places"]);
});

test("each host has pages of its own, written one way", async () => {
  const { ask, port } = await host;
  for (const name of ["one.example", "TWO.example", "two.example", `three.example:${port}`]) {
    const answer = await ask("/places", { headers: { Host: name } });
    expect(answer.text).toContain(`"http://${name.toLowerCase()}/places"`);
  }
  expect(asked).toHaveLength(3);
});

test("https is believed behind the trusted proxy alone, and its pages are others", async () => {
  const { ask } = await behindProxy;
  const secure = await ask("/places", { headers: { "X-Forwarded-Proto": "https" } });
  const plain = await ask("/places");
  expect(secure.text).toContain('"https://127.0.0.1');
  expect(plain.text).toContain('"http://127.0.0.1');
  for (const odd of ["HTTPS", "https,http", "javascript", ""]) {
    expect((await ask("/places", { headers: { "X-Forwarded-Proto": odd } })).text).toBe(plain.text);
  }
});
