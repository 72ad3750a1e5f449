import { beforeAll, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import { addMember, addPlace } from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { countUnseenNews } from "./news-seen.server.ts";
import { markSeen } from "./seen.server.ts";
import { MOST_COUNTED, unseenWords } from "./unseen-words.ts";

openTestDatabase();

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 12, minute));
let [reader1, other, place] = [0, 0, 0];

const count = async () => (await countUnseenNews(reader1))?.count;
const review = (memberId: number, minute: number) =>
  write((writer) =>
    writer.review.create({
      data: { placeId: place, memberId, rating: 4, body: "Fine.", createdAt: at(minute) },
    }),
  );
const sight = (memberId: number, state: string, minute: number) =>
  write((writer) =>
    writer.sighting.create({ data: { placeId: place, memberId, state, createdAt: at(minute) } }),
  );

beforeAll(async () => {
  [reader1, other] = [await addMember("reader"), await addMember("other")];
  await write((writer) => writer.member.updateMany({ data: { createdAt: at(0) } }));
  place = await addPlace("Newsagent", { createdAt: at(1) });
});

test("what others posted since one joined is new, and what one posted oneself is not", async () => {
  expect(await count()).toBe(1);
  await review(other, 2);
  await sight(other, "closed", 3);
  expect(await count()).toBe(3);
  await review(reader1, 4);
  await sight(reader1, "moved", 5);
  await sight(other, "open", 6);
  expect(await count()).toBe(3);
});

test("seen moves on to what was shown, never back and never past now", async () => {
  await markSeen("newsSeenAt", reader1, at(2), at(10));
  expect(await count()).toBe(1);
  await markSeen("newsSeenAt", reader1, at(1), at(10));
  expect(await count()).toBe(1);
  await markSeen("newsSeenAt", reader1, new Date("2099-01-01"), at(10));
  const { newsSeenAt } = await reader().member.findUniqueOrThrow({ where: { id: reader1 } });
  expect([newsSeenAt, await count()]).toEqual([at(10), 0]);
  expect((await countUnseenNews(other))?.count).toBe(3);
});

test("nothing of withheld or imported places is new", async () => {
  const withheld = await addPlace("Withheld News", { createdAt: at(20) });
  expect(await count()).toBe(1);
  await write((writer) =>
    writer.place.update({
      where: { id: withheld },
      data: { withheldReason: "waiting", withheldAt: at(21) },
    }),
  );
  expect(await count()).toBe(0);
});

test("more than a number is not counted", async () => {
  for (let number = 0; number <= MOST_COUNTED + 5; number += 1) {
    await addPlace(`Much News ${number}`, { createdAt: at(30) });
  }
  expect(await count()).toBe(MOST_COUNTED + 1);
  expect([0, 1, MOST_COUNTED + 1].map(unseenWords)).toEqual([
    "Nothing new since you were here",
    "1 new since you were here",
    "99+ new since you were here",
  ]);
});
