import { beforeAll, expect, test } from "vitest";
import { Prisma, reader, write } from "#app/db/database.server.ts";
import { paths } from "#app/paths.ts";
import { addMember, addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { activitySql, listActivity, NEWS_PER_PAGE } from "./activity.server.ts";
import { type ActivityCursor, NEWS_KINDS, parseActivityCursor } from "./activity-cursor.ts";

openTestDatabase();

const moment = (hour: number) => new Date(Date.UTC(2026, 10, 1 + Math.floor(hour / 24), hour % 24));
const placeIds: number[] = [];

beforeAll(async () => {
  const memberIds: number[] = [];
  for (const handle of ["ada", "grace", "edsger", "barbara"]) {
    memberIds.push(await addMember(handle));
  }
  for (let number = 0; number < 20; number += 1) {
    // Much news of the same moment, so that only kind and id tell them apart.
    const createdAt = moment(Math.floor(number / 5));
    const placeId = await addPlace(`Place ${number}`, { createdAt });
    placeIds.push(placeId);
    const rows = memberIds.map((memberId) => ({ placeId, memberId, createdAt }));
    await write((writer) =>
      writer.$transaction([
        writer.review.createMany({
          data: rows.slice(1).map((row) => ({ ...row, rating: 3, body: "Fine." })),
        }),
        writer.sighting.createMany({
          data: [
            { ...rows[0], placeId, memberId: memberIds[0] ?? 0, state: "open", createdAt },
            {
              ...rows[1],
              placeId,
              memberId: memberIds[1] ?? 0,
              state: number % 2 ? "closed" : "moved",
              createdAt,
            },
          ],
        }),
      ]),
    );
  }
});

async function allNews() {
  const pages = [await listActivity()];
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
    pages.push(
      await listActivity(
        parseActivityCursor(new URL(paths.activity(next), "http://x").searchParams.get("after")),
      ),
    );
  }
  return pages.map(({ news }) => news);
}

test("page after page, everything that happened comes once, the newest first", async () => {
  const pages = await allNews();
  expect(pages.map(({ length }) => length)).toEqual([
    NEWS_PER_PAGE,
    NEWS_PER_PAGE,
    NEWS_PER_PAGE,
    10,
  ]);
  const news = pages.flat();
  const expected = [
    ...(await reader().place.findMany()).map(({ id, createdAt }) => ({
      kind: "place" as const,
      id,
      at: createdAt,
    })),
    ...(await reader().review.findMany()).map(({ id, createdAt }) => ({
      kind: "review" as const,
      id,
      at: createdAt,
    })),
    ...(await reader().sighting.findMany({ where: { state: { not: "open" } } })).map(
      ({ id, createdAt }) => ({
        kind: "sighting" as const,
        id,
        at: createdAt,
      }),
    ),
  ].sort(
    (one, other) =>
      other.at.getTime() - one.at.getTime() ||
      NEWS_KINDS.indexOf(other.kind) - NEWS_KINDS.indexOf(one.kind) ||
      other.id - one.id,
  );
  expect(news.map(({ kind, id, at }) => ({ kind, id, at }))).toEqual(expected);
});

test("news say who, where and what", async () => {
  const [review] = (await listActivity()).news;
  expect(review).toMatchObject({
    kind: "review",
    slug: "place-19",
    place: "Place 19",
    by: "barbara",
    rating: 3,
    body: "Fine.",
  });
  const [sighting] = (await allNews()).flat().filter(({ kind }) => kind === "sighting");
  expect(sighting).toMatchObject({ by: "grace", state: "closed", rating: null, body: null });
});

test("what is withheld, and what is said of a withheld place, is no news", async () => {
  const [withheld = 0] = placeIds;
  const before = (await allNews()).flat().length;
  await write((writer) =>
    writer.place.update({
      where: { id: withheld },
      data: { withheldReason: "deleted", withheldAt: moment(0) },
    }),
  );
  const news = (await allNews()).flat();
  expect([before - news.length, news.filter(({ slug }) => slug === "place-0")]).toEqual([5, []]);
  await write((writer) =>
    writer.place.update({
      where: { id: withheld },
      data: { withheldReason: null, withheldAt: null },
    }),
  );
});

test.each([
  null,
  "",
  "x",
  "1-place",
  "1-place-x",
  "1-place-0",
  "-1-place-1",
  "1-pizza-1",
  "9e99-place-1",
  "1-place-1-1",
])("%j begins with the newest", (text) => {
  expect(parseActivityCursor(text)).toBeUndefined();
});

test.each<ActivityCursor | undefined>([undefined, { at: moment(3), kind: "place", id: 7 }])(
  "places, reviews and sightings are read from their indexes, no further than a page, after %j",
  async (after) => {
    const plan = await reader().$queryRaw<{ detail: string }[]>(
      Prisma.sql`EXPLAIN QUERY PLAN ${activitySql(after)}`,
    );
    const details = plan.map(({ detail }) => detail);
    const how = after ? ["SEARCH", " (created_at<?)"] : ["SCAN", ""];
    expect(details).toContain(
      `SEARCH place_index USING COVERING INDEX place_index_news (is_imported=?${after ? " AND created_at<?" : ""})`,
    );
    expect(details).toContain(`${how[0]} reviews USING INDEX reviews_created_at_id_idx${how[1]}`);
    expect(details).toContain(
      `${how[0]} sightings USING INDEX sightings_created_at_id_state_place_id_idx${how[1]}`,
    );
    // For the rows of the page.
    expect(details.filter((detail) => detail.includes("TEMP B-TREE"))).toHaveLength(1);
  },
);
