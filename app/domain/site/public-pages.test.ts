import { beforeAll, expect, test } from "vitest";
import { write } from "#app/db/database.server.ts";
import { addMember, addPlace, addReview } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { listPartsOfPages, listPublicPages } from "./public-pages.server.ts";

openTestDatabase();
const changed = new Date(Date.UTC(2027, 0, 2, 3, 4, 5));

beforeAll(async () => {
  const [ada, grace] = [await addMember("ada"), await addMember("grace")];
  await addMember("lurker");
  const shown = await addPlace("Shown");
  const closed = await addPlace("Closed", { closedOn: "2026-11-01" });
  const hidden = await addPlace("Hidden");
  const review = await addReview(shown, ada, 4);
  await addReview(closed, ada, 4);
  await addReview(hidden, grace, 4);
  await write((writer) =>
    writer.$transaction([
      writer.review.update({
        where: { id: review },
        data: { dish: "Soup", dishSlug: "soup", updatedAt: changed },
      }),
      writer.review.updateMany({
        where: { placeId: closed },
        data: { dish: "Stew", dishSlug: "stew" },
      }),
      writer.place.update({
        where: { id: hidden },
        data: { withheldReason: "deleted", withheldAt: changed },
      }),
    ]),
  );
});

test("places, dishes that can be had and members with something to show are there, with their last change", async () => {
  const pages = await listPublicPages(1, 100);
  expect(pages.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    "place shown",
    "place closed",
    "member ada",
    "dish soup",
  ]);
  const times = pages.map(({ changedAt }) => new Date(changedAt).getTime() === changed.getTime());
  expect(times).toEqual([true, false, true, true]);
});

test("parts hold so many at most, and each page once", async () => {
  const parts = await listPartsOfPages(3);
  expect(parts).toHaveLength(2);
  const pages = [await listPublicPages(1, 3), await listPublicPages(2, 3)];
  expect(pages.map(({ length }) => length)).toEqual([3, 1]);
  expect(pages.flat()).toEqual(await listPublicPages(1, 100));
  expect(await listPublicPages(3, 3)).toEqual([]);
  expect(new Date(parts[1]?.changedAt ?? 0)).toEqual(changed);
});
