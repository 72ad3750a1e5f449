import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { write } from "#app/db/database.server.ts";
import { openHostOfBuild } from "../setup/host-of-build.ts";
import { addMember, addPlace, addReview } from "../setup/rows.ts";

const { opening } = openHostOfBuild();
const get = async (path: string) => (await (await opening).ask(path)).text;

beforeAll(async () => {
  const placeId = await addPlace("Clockwork Crêpes");
  const memberId = await addMember("tick");
  await addReview(placeId, memberId, 5);
  await write((writer) =>
    writer.place.update({
      where: { id: placeId },
      data: {
        hoursConfirmedOn: "2026-06-01",
        bankHolidays: "usual",
        openingIntervals: {
          create: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opensAt: 600, closesAt: 1350 })),
        },
      },
    }),
  );
  await write(
    (writer) =>
      writer.$executeRaw`UPDATE reviews SET created_at = '2026-06-09T12:00:00.000+00:00', updated_at = '2026-06-09T12:00:00.000+00:00'`,
  );
  await write((writer) =>
    writer.sighting.create({
      data: { placeId, memberId, state: "open", createdAt: new Date("2026-06-09T12:00:00Z") },
    }),
  );
  vi.useFakeTimers({ toFake: ["Date"] });
});

afterEach(() => vi.setSystemTime(0));
afterAll(() => {
  vi.useRealTimers();
});

const OPEN = "open until 10:30pm";

/** A card of the list has the short words. */
const wordsAt = (path: string, words: string) =>
  path === "/places.txt" ? words : words.replace("opens at", "opens");

// It is summer time in London: 09:00 UTC is 10am.
test.each([
  ["opens", "2026-06-10T08:59:59.999Z", "opens at 10am", "2026-06-10T09:00:00.000Z", OPEN],
  [
    "closes",
    "2026-06-10T21:29:59.999Z",
    OPEN,
    "2026-06-10T21:30:00.000Z",
    "opens at 10am tomorrow",
  ],
  [
    "closes at another time",
    "2026-01-10T22:29:59.000Z",
    OPEN,
    "2026-01-10T22:30:00.000Z",
    "opens at 10am tomorrow",
  ],
])("a place that %s is said to, to the millisecond", async (_, before, then, after, now) => {
  for (const path of ["/places", "/places.txt", "/places.data"]) {
    vi.setSystemTime(new Date(before));
    for (let count = 0; count < 2; count += 1)
      expect(await get(path), path).toContain(wordsAt(path, then));
    vi.setSystemTime(new Date(after));
    for (let count = 0; count < 2; count += 1)
      expect(await get(path), path).toContain(wordsAt(path, now));
  }
});

test("the filter for places that are open follows the clock too", async () => {
  const isListed = async () => (await get("/places?open=now&unconfirmed=1")).includes("Clockwork");
  vi.setSystemTime(new Date("2026-06-10T08:59:59.999Z"));
  expect([await isListed(), await isListed()]).toEqual([false, false]);
  vi.setSystemTime(new Date("2026-06-10T09:00:00.000Z"));
  expect([await isListed(), await isListed()]).toEqual([true, true]);
});

test("yesterday is the day before in London, from midnight on", async () => {
  vi.setSystemTime(new Date("2026-06-09T22:59:59.999Z"));
  expect(await get("/places")).toContain("last confirmed open today");
  vi.setSystemTime(new Date("2026-06-09T23:00:00.000Z"));
  expect(await get("/places")).toContain("last confirmed open yesterday");
});

test("a page that depends on the time is kept until the minute ends, and caches on the way keep it no longer", async () => {
  const { ask, cache } = await opening;
  vi.setSystemTime(new Date("2026-06-10T12:00:20.500Z"));
  expect((await ask("/places")).headers["cache-control"]).toBe("public, max-age=0, s-maxage=39");
  expect((await ask("/about")).headers["cache-control"]).toBe(
    "public, max-age=0, s-maxage=60, stale-while-revalidate=600",
  );
  const bytes = cache.bytes;
  vi.setSystemTime(new Date("2026-06-10T12:00:59.999Z"));
  const { headers } = await ask("/places");
  expect([headers["cache-control"], headers.age, cache.bytes]).toEqual([
    "public, max-age=0, s-maxage=39",
    "39",
    bytes,
  ]);
  vi.setSystemTime(new Date("2026-06-10T12:01:00.000Z"));
  expect((await ask("/places")).headers["cache-control"]).toBe("public, max-age=0, s-maxage=60");
});
