import { beforeAll, expect, test } from "vitest";
import { write } from "#app/db/database.server.ts";
import { addMember, addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { listDishPlaces } from "../dishes/list-dish-places.server.ts";
import { parseDishPlacesQuery } from "../dishes/parse-dish-query.ts";
import { findPlaces } from "../places/find-places.server.ts";
import { findPlacePage } from "../places/place-page.server.ts";
import { EVERY_PLACE } from "../places/place-query.ts";

openTestDatabase();

// 00:35 in London, in summer time: the day before in UTC.
const SEEN_AT = new Date("2026-07-01T23:35:00Z");

beforeAll(async () => {
  const memberId = await addMember("owl");
  const placeId = await addPlace("Night Owl");
  const review = { rating: 4, body: "Late.", dish: "Soup", dishSlug: "soup" };
  await write((writer) =>
    writer.$transaction([
      writer.sighting.create({ data: { placeId, memberId, state: "open", createdAt: SEEN_AT } }),
      writer.review.create({
        data: { ...review, placeId, memberId, createdAt: SEEN_AT, updatedAt: SEEN_AT },
      }),
    ]),
  );
});

test("the list, a place's page and a dish's page agree on the day on which something was said", async () => {
  const [listed] = (await findPlaces(EVERY_PLACE, SEEN_AT)).places;
  expect(listed?.lastSighting).toEqual({ state: "open", by: "owl", on: "2026-07-02" });
  expect(listed?.quote?.on).toBe("2026-07-02");
  expect((await findPlacePage("night-owl"))?.sightings).toEqual([listed?.lastSighting]);
  const { query } = parseDishPlacesQuery(new URLSearchParams());
  expect((await listDishPlaces("soup", query))[0]?.quote.on).toBe("2026-07-02");
});
