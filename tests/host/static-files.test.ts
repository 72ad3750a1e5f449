import { readdirSync, readFileSync, statSync } from "node:fs";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openHost, publicPage, standInBuild } from "../setup/host.ts";

const { build, asked } = standInBuild(() => publicPage("the site itself"));
const host = openHost({ build });
const FOLDER = "build/client";
const files = readdirSync(FOLDER, { encoding: "utf8", recursive: true }).filter(
  (name) =>
    !name.startsWith(".") && !/\.(br|gz)$/.test(name) && statSync(`${FOLDER}/${name}`).isFile(),
);
const assets = files.filter((name) => name.startsWith("assets/"));

describe.each(files)("%s", (name) => {
  const content = readFileSync(`${FOLDER}/${name}`);
  const isText = /\.(js|css|svg|txt)$/.test(name) && content.byteLength >= 1000;

  test("is served as it is and compressed beforehand", async () => {
    const { ask } = await host;
    for (const [encoding, decode] of [
      ["identity", (body: Buffer) => body],
      ["gzip", gunzipSync],
      ["br", brotliDecompressSync],
    ] as const) {
      const answer = await ask(`/${name}`, { headers: { "Accept-Encoding": encoding } });
      const isCoded = isText && encoding !== "identity";
      expect([answer.status, answer.headers["content-encoding"]]).toEqual([
        200,
        isCoded ? encoding : undefined,
      ]);
      expect((isCoded ? decode(answer.body) : answer.body).equals(content)).toBe(true);
      if (isCoded) expect(answer.body.byteLength).toBeLessThan(0.8 * content.byteLength);
      expect(answer.headers["x-content-type-options"]).toBe("nosniff");
      expect(answer.headers["content-type"]).toMatch(/^[a-z]+\/[a-z0-9+.-]+/);
    }
    expect(asked).toEqual([]);
  });

  test("may be kept by browsers", async () => {
    const { ask } = await host;
    const { headers } = await ask(`/${name}`);
    expect(headers["cache-control"]).toBe(
      name.startsWith("assets/") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    );
    const again = await ask(`/${name}`, { headers: { "If-None-Match": headers.etag ?? "" } });
    expect([again.status, again.body.byteLength]).toEqual([304, 0]);
    const head = await ask(`/${name}`, { method: "HEAD" });
    expect([head.status, head.headers["content-length"], head.body.byteLength]).toEqual([
      200,
      String(content.byteLength),
      0,
    ]);
  });
});

test("every file for browsers is there", () => {
  for (const kind of [/\.js$/, /\.css$/, /\.woff2$/]) {
    expect(assets.some((name) => kind.test(name))).toBe(true);
  }
  expect(files).toEqual(expect.arrayContaining(["favicon.svg"]));
});

test.each(["POST", "PUT", "DELETE"])("%s of a file is the site's to refuse", async (method) => {
  const answer = await (await host).ask("/favicon.svg", { method });
  expect(answer.text).toBe("the site itself");
});

test.each(["bytes=0-9", "bytes=9-5", "bytes=-5", "bytes=99999999-", "lines=1", "bytes=a-b"])(
  "Range: %s gets the whole file",
  async (range) => {
    const answer = await (await host).ask("/favicon.svg", { headers: { Range: range } });
    expect([answer.status, answer.body.byteLength]).toEqual([
      200,
      statSync(`${FOLDER}/favicon.svg`).size,
    ]);
  },
);

test.each([
  "/assets/nothing.js",
  "/.vite/manifest.json",
  "/assets",
  "/assets/..%2f..%2fserver/index.js",
  "/%zz",
])("%s is no file", async (path) => {
  expect((await (await host).ask(path)).text).toBe("the site itself");
});
