import { beforeEach, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMember, addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { campusPosition } from "../site/site.server.ts";
import { hasDoneSomething, keepUp } from "./keep-up.server.ts";

openTestDatabase();

const NOON = new Date("2026-06-10T11:00:00Z");
const indexed = (placeId: number) => reader().placeIndex.findUniqueOrThrow({ where: { placeId } });

beforeEach(async () => {
  await write((writer) =>
    writer.$transaction([
      writer.place.deleteMany(),
      writer.member.deleteMany(),
      writer.campus.deleteMany(),
    ]),
  );
});

test("prices stop counting by the day that upkeep is given, whatever day the machine has", async () => {
  const placeId = await addPlace("Old Prices");
  const paid = [
    { handle: "ada", pricePence: 500, visitedOn: "2026-09-01" },
    { handle: "grace", pricePence: 900, visitedOn: "2026-11-01" },
  ];
  for (const { handle, ...price } of paid) {
    const memberId = await addMember(handle);
    await write((writer) =>
      writer.review.create({ data: { placeId, memberId, rating: 4, body: "Fine.", ...price } }),
    );
  }
  await keepUp(new Date("2027-08-31T22:00:00Z"));
  expect(await indexed(placeId)).toMatchObject({ medianPence: 700, pricesUntil: "2027-09-01" });
  // Past midnight in London, and not yet in UTC.
  expect(await keepUp(new Date("2027-08-31T23:30:00Z"))).toMatchObject({ oldPrices: 1 });
  expect(await indexed(placeId)).toMatchObject({ medianPence: 900, pricesUntil: "2027-11-01" });
  await keepUp(new Date("2028-01-01T12:00:00Z"));
  expect(await indexed(placeId)).toMatchObject({ medianPence: null, priceCount: 0 });
});

test("it tells what it did, and has nothing to do the second time", async () => {
  const withheld = { withheldReason: "deleted", withheldAt: new Date("2026-05-01T11:00:00Z") };
  await addPlace("Deleted", withheld);
  await addPlace("Deleted Lately", { ...withheld, withheldAt: new Date("2026-06-01T11:00:00Z") });
  expect(await keepUp(NOON)).toEqual({
    campusMoved: true,
    oldPrices: 0,
    oldReports: 0,
    oldMerges: 0,
    purgedReviews: 0,
    purgedPlaces: 1,
    newSkeletons: 0,
    freedNames: 0,
  });
  expect(await reader().campus.findFirst({ omit: { id: true } })).toEqual(campusPosition());
  const again = await keepUp(NOON);
  expect(hasDoneSomething(again)).toBe(false);
  expect(await reader().place.count()).toBe(1);
});

test("sessions that have expired and forms that were posted days ago go, and no others", async () => {
  const memberId = await addMember("ada");
  const days = (count: number) => new Date(NOON.getTime() + count * 24 * 60 * 60 * 1000);
  for (const count of [-1, 1]) {
    await write((writer) =>
      writer.$transaction([
        writer.session.create({
          data: {
            tokenHash: String(count).padStart(64, "0"),
            memberId,
            createdAt: days(-90),
            expiresAt: days(count),
          },
        }),
        writer.postedForm.create({
          data: {
            formHash: String(count).padStart(64, "0"),
            memberId,
            firstPost: false,
            outcome: "{}",
            createdAt: days(2 * count - 2),
          },
        }),
      ]),
    );
  }
  await keepUp(NOON);
  expect(await reader().session.findMany({ select: { tokenHash: true } })).toEqual([
    { tokenHash: "1".padStart(64, "0") },
  ]);
  expect(await reader().postedForm.findMany({ select: { formHash: true } })).toEqual([
    { formHash: "1".padStart(64, "0") },
  ]);
});
