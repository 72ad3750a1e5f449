import { expect, test } from "vitest";
import { openHost, publicPage, standInBuild } from "../setup/host.ts";

const PAGE = "soup ".repeat(1000);
const BOUND = 1_000_000;

test("a million addresses would take no more memory than was allowed, and the latest stay", async () => {
  const { build, asked } = standInBuild(() => publicPage(PAGE));
  const { ask, cache } = await openHost({ build, cacheBytes: BOUND });
  let most = 0;
  for (let number = 0; number < 600; number += 1) {
    const encoding = ["br", "gzip", "identity"][number % 3] ?? "br";
    await ask(`/${number}`, { headers: { "Accept-Encoding": encoding } });
    if (number % 10 === 0) await ask("/popular");
    most = Math.max(most, cache.bytes);
  }
  expect(most).toBeLessThanOrEqual(BOUND);
  expect(most).toBeGreaterThan(0.8 * BOUND);
  expect(asked.filter(({ url }) => url.endsWith("/popular"))).toHaveLength(1);
  const before = asked.length;
  await ask("/599");
  await ask("/0");
  expect(asked).toHaveLength(before + 1);
});

test("a page in more codings counts for more", async () => {
  const { build } = standInBuild(() => publicPage(PAGE));
  const { ask, cache } = await openHost({ build });
  await ask("/");
  const once = cache.bytes;
  expect(once).toBeGreaterThan(PAGE.length);
  const coded = await ask("/", { headers: { "Accept-Encoding": "gzip" } });
  expect(cache.bytes).toBe(once + coded.body.byteLength);
});

test("a page that is larger than all the memory is sent, and not kept", async () => {
  const { build, asked } = standInBuild(() => publicPage("x".repeat(2 * BOUND)));
  const { ask, cache } = await openHost({ build, cacheBytes: BOUND });
  for (let count = 0; count < 2; count += 1) {
    expect((await ask("/")).body.byteLength).toBe(2 * BOUND);
  }
  expect([asked.length, cache.bytes]).toEqual([2, 0]);
});

test("what changed is forgotten at once", async () => {
  let data = 1;
  const { build } = standInBuild(() => publicPage(PAGE));
  const { ask, cache } = await openHost({ build, readData: () => String(data) });
  for (let number = 0; number < 10; number += 1) await ask(`/${number}`);
  const all = cache.bytes;
  data += 1;
  await ask("/0");
  expect(cache.bytes).toBeLessThan(all / 5);
});
