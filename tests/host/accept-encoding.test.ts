import { readdirSync } from "node:fs";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { chooseEncoding } from "../../server/accept-encoding.ts";
import { openHost, publicPage, standInBuild } from "../setup/host.ts";

const CASES: [string | undefined, string][] = [
  [undefined, "identity"],
  ["", "identity"],
  ["gzip", "gzip"],
  ["br", "br"],
  ["GZIP, BR", "br"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip;q=1.0, br;q=0.5", "gzip"],
  ["br;q=0", "identity"],
  ["br;q=0, gzip", "gzip"],
  ["br;q=0.0, gzip;q=0.000", "identity"],
  ["*", "br"],
  ["*;q=0", "identity"],
  ["br;q=0, *", "gzip"],
  ["identity", "identity"],
  ["identity;q=1, gzip;q=0.5", "identity"],
  ["identity;q=0.5, gzip;q=0.5", "gzip"],
  ["identity;q=0", "identity"],
  ["identity;q=0, br", "br"],
  ["deflate, zstd", "identity"],
  ["x-gzip", "gzip"],
  ["gzip ; q = 0.3 , br ; q=0.2", "gzip"],
  ["br;q=nonsense, gzip;q=2, identity;q=-1", "identity"],
  [",,;q=1,", "identity"],
];

describe.each(CASES)("Accept-Encoding: %s", (header, encoding) => {
  test(`is best served by ${encoding}`, () => {
    expect(chooseEncoding(header)).toBe(encoding);
  });

  test("gets pages, the rest of the site and files in it, all of them whole", async () => {
    const site = await host;
    const headers = header === undefined ? undefined : { "Accept-Encoding": header };
    for (const [path, text] of [
      ["/page", PAGE],
      ["/form", PAGE],
      [script, undefined],
    ] as const) {
      const answer = await site.ask(path, { headers });
      const expected = encoding === "identity" ? undefined : encoding;
      expect([answer.status, answer.headers["content-encoding"]], path).toEqual([200, expected]);
      expect(answer.headers.vary).toContain("Accept-Encoding");
      expect(Number(answer.headers["content-length"])).toBe(answer.body.byteLength);
      const plain = decode(answer.body, answer.headers["content-encoding"]);
      expect(plain).toBe(text ?? decode((await site.ask(path)).body, undefined));
    }
  });
});

const PAGE = `<!doctype html><p>${"Ünïcode soup. ".repeat(200)}</p>`;
const { build } = standInBuild((request) =>
  request.url.endsWith("/form")
    ? new Response(PAGE, {
        headers: { "Content-Type": "text/html", "Cache-Control": "private, no-cache" },
      })
    : publicPage(PAGE),
);
const host = openHost({ build });
const script = `/assets/${scriptName()}`;

function scriptName(): string {
  const name = readdirSync("build/client/assets").find((file) =>
    /^entry\.client-.*\.js$/.test(file),
  );
  if (!name) throw new Error("There is no build.");
  return name;
}

function decode(body: Buffer, encoding: string | undefined): string {
  if (encoding === "br") return brotliDecompressSync(body).toString();
  return (encoding === "gzip" ? gunzipSync(body) : body).toString();
}
