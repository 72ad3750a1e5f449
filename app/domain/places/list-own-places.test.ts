import { beforeAll, expect, test } from "vitest";
import { write } from "#app/db/database.server.ts";
import { addMember, addPlace, addReview } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { chooseList } from "../lists/list-entries.server.ts";
import { listOwnPlaces } from "./list-own-places.server.ts";
import { OWN_ORDERS, type OwnOrder, ownOrderWords, parseOwnOrder } from "./own-order.ts";

openTestDatabase();

// A Wednesday, half past twelve in London.
const now = new Date("2026-11-25T12:30:00Z");
const list = "want" as const;
let memberId = 0;

const namesBy = async (order: OwnOrder) => {
  const { places, isOpenFirst } = await listOwnPlaces({ memberId, list }, { order, page: 1 }, now);
  return { names: places.map(({ name }) => name).join(" "), isOpenFirst };
};

async function keep(name: string, place: { rating: number; latitude: number; opensAt?: number }) {
  const id = await addPlace(name);
  const { opensAt } = place;
  await write((writer) =>
    writer.place.update({
      where: { id },
      data: {
        latitude: place.latitude,
        longitude: -0.1063,
        hoursConfirmedOn: opensAt === undefined ? null : "2026-11-20",
        openingIntervals:
          opensAt === undefined ? {} : { create: [{ day: 3, opensAt, closesAt: 1320 }] },
      },
    }),
  );
  await addReview(id, await addMember(`fan of ${name}`), place.rating);
  await chooseList({ slug: name.toLowerCase(), memberId, choice: list });
  return id;
}

beforeAll(async () => {
  await write((writer) =>
    writer.campus.create({ data: { latitude: 51.5643, longitude: -0.1063 } }),
  );
  memberId = await addMember("keeper");
  await addPlace("Elsewhere");
  await keep("Shut", { rating: 5, latitude: 51.565, opensAt: 1200 });
  await keep("Open", { rating: 2, latitude: 51.568, opensAt: 600 });
  await keep("Unknown", { rating: 4, latitude: 51.566 });
  const closed = await keep("Closed", { rating: 5, latitude: 51.5645, opensAt: 600 });
  await write((writer) =>
    writer.place.update({ where: { id: closed }, data: { closedOn: "2026-01-01" } }),
  );
});

test.each<[OwnOrder, string]>([
  ["added", "Closed Unknown Open Shut"],
  ["best", "Open Unknown Shut Closed"],
  ["nearest", "Open Unknown Closed Shut"],
  ["name", "Open Unknown Closed Shut"],
])("%s: as they were added, or open first as the list of all places", async (order, names) => {
  expect(await namesBy(order)).toEqual({ names, isOpenFirst: order !== "added" });
});

test("nothing comes first where nothing is open", async () => {
  await write((writer) => writer.openingInterval.deleteMany());
  expect(await namesBy("nearest")).toEqual({
    names: "Closed Shut Unknown Open",
    isOpenFirst: false,
  });
  expect((await namesBy("name")).names).toBe("Closed Open Shut Unknown");
});

test("the words are those of the list of all places", () => {
  expect(OWN_ORDERS.map((order) => ownOrderWords(order, true))).toEqual([
    "last added first",
    "open now first",
    "open now, nearest first",
    "open now, cheapest first",
    "open now, most reviewed first",
    "open now, by name",
  ]);
  expect(["nearest", "match", "newest", "x", "", null].map(parseOwnOrder)).toEqual([
    "nearest",
    ...Array(5).fill("added"),
  ]);
});
