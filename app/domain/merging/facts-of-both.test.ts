import { beforeAll, beforeEach, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMember, addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import type { KeptFacts } from "../places/place-facts-schema.ts";
import { readFacts } from "../places/place-revisions.server.ts";
import { mergePlaces } from "./merge-places.server.ts";
import { listUndoableMerges, undoMerge } from "./undo-merge.server.ts";

openTestDatabase();

let moderatorId = 0;
let ids = { goes: 0, stays: 0 };

beforeAll(async () => {
  moderatorId = await addMember("moderator");
  const data = { role: "moderator" };
  await write((writer) => writer.member.update({ where: { id: moderatorId }, data }));
});

beforeEach(async () => {
  await write((writer) =>
    writer.$transaction([
      writer.merge.deleteMany(),
      writer.formerSlug.deleteMany(),
      writer.place.deleteMany(),
    ]),
  );
  ids = { goes: await addPlace("Goes"), stays: await addPlace("Stays") };
});

const posting = () => ({ moderatorId, formSecret: crypto.randomUUID() });

async function merge() {
  const { formSecret } = posting();
  const pair = { from: "goes", into: "stays" };
  expect((await mergePlaces(pair, { memberId: moderatorId }, formSecret)).kind).toBe("posted");
}

async function undo() {
  const [merged] = await listUndoableMerges();
  expect((await undoMerge(merged?.id ?? 0, posting())).kind).toBe("posted");
}

const knowsNothing = (id: number) =>
  write((writer) =>
    writer.place.update({ where: { id }, data: { priceBand: 4, priceIsUnknown: true } }),
  );

const knowsAll = (id: number) =>
  write((writer) =>
    writer.place.update({
      where: { id },
      data: {
        priceBand: 2,
        website: "https://goes.example/",
        latitude: 51.565,
        longitude: -0.105,
        approximateWalk: 5,
        mainly: "drink",
        hoursConfirmedOn: "2026-10-01",
        bankHolidays: "own",
        openingIntervals: {
          create: [
            { day: 1, opensAt: 480, closesAt: 1020 },
            { day: 8, opensAt: 600, closesAt: 840 },
          ],
        },
        diets: { create: { diet: "vegan", portion: "all" } },
        features: { create: { feature: "laptop", present: true } },
        cuisines: { create: { cuisine: { create: { slug: `c-${id}`, name: `C ${id}` } } } },
      },
    }),
  );

/** Every place has them, so that they are never unknown; that it has not closed is known too. */
const ALWAYS_KNOWN: (keyof KeptFacts)[] = ["name", "street", "postcode", "closedOn"];

test("whatever only the page that goes knows, the page that stays takes over, until it is undone", async () => {
  await knowsNothing(ids.stays);
  await knowsAll(ids.goes);
  const [known, before] = [await readFacts(ids.goes), await readFacts(ids.stays)];
  await merge();
  const merged = await readFacts(ids.stays);
  for (const [fact, value] of Object.entries(known)) {
    if (ALWAYS_KNOWN.some((name) => name === fact)) continue;
    expect(merged, fact).toHaveProperty(fact, value);
    expect(before, `the test has no ${fact} on the page that stays`).not.toHaveProperty(
      fact,
      value,
    );
  }
  await undo();
  expect(await readFacts(ids.stays)).toEqual(before);
  expect(await readFacts(ids.goes)).toEqual(known);
});

test("what the page that stays knows, it keeps", async () => {
  await knowsNothing(ids.goes);
  await knowsAll(ids.stays);
  const before = await readFacts(ids.stays);
  await merge();
  expect(await readFacts(ids.stays)).toEqual(before);
});

test("a page that knows its week takes over what is known of bank holidays, and no other hours", async () => {
  await knowsAll(ids.goes);
  const hours = { hoursConfirmedOn: "2026-11-01", bankHolidays: null };
  const week = { day: 2, opensAt: 540, closesAt: 600 };
  await write((writer) =>
    writer.place.update({
      where: { id: ids.stays },
      data: { ...hours, openingIntervals: { create: week } },
    }),
  );
  const before = await readFacts(ids.stays);
  await merge();
  expect((await readFacts(ids.stays)).hours).toEqual({
    bankHolidays: "own",
    intervals: [week, { day: 8, opensAt: 600, closesAt: 840 }],
  });
  const { hoursConfirmedOn } = await reader().place.findUniqueOrThrow({ where: { id: ids.stays } });
  expect(hoursConfirmedOn).toBe("2026-11-01");
  await undo();
  expect((await readFacts(ids.stays)).hours).toEqual(before.hours);
});
