import { beforeEach, describe, expect, test } from "vitest";
import { reader, write } from "#app/db/database.server.ts";
import {
  addMember,
  addMemberWithStanding,
  addPlace,
  addReview,
} from "../../../tests/setup/rows.ts";
import { openTestDatabase } from "../../../tests/setup/test-database.ts";
import { versionOf } from "../posting/post-once.server.ts";
import { DAY, dayInLondon } from "../text/dates.ts";
import { answerReport } from "./answer-report.server.ts";
import { changePlace } from "./change-place.server.ts";
import { deletePlace, handOverPlace } from "./delete-place.server.ts";
import type { PlaceChange } from "./place-change.ts";
import { findPlaceFacts } from "./place-facts.server.ts";
import { recordSighting } from "./record-sighting.server.ts";
import { restoreFacts } from "./restore-facts.server.ts";

openTestDatabase();

const NOW = new Date(`${dayInLondon(new Date())}T12:00:00Z`);
let count = 0;
let placeId = 0;
let slug = "";

beforeEach(async () => {
  count += 1;
  slug = `steady-${count}`;
  placeId = await addPlace(`Steady ${count}`, { cuisines: ["Coffee"] });
});

const KINDS = ["stranger", "fresh", "old", "reviewed", "standing", "moderator"] as const;
type Kind = (typeof KINDS)[number];

/** The recommender of a fresh place, of one of eight days ago, or of one that another reviewed; or somebody else. */
async function memberOf(kind: Kind): Promise<number> {
  const handle = `${kind} ${count}`;
  if (kind === "standing") return addMemberWithStanding(handle);
  const id = await addMember(handle);
  const role = { where: { id }, data: { role: "moderator" } };
  if (kind === "moderator") await write((writer) => writer.member.update(role));
  if (kind === "stranger" || kind === "moderator") return id;
  const createdAt = new Date(NOW.getTime() - (kind === "old" ? 8 : 6) * DAY);
  const data = { recommendedBy: id, createdAt };
  await write((writer) => writer.place.update({ where: { id: placeId }, data }));
  await addReview(placeId, id, 4);
  if (kind === "reviewed") await addReview(placeId, await addMember(`reviewer ${count}`), 3);
  return id;
}

const place = () => reader().place.findUniqueOrThrow({ where: { id: placeId } });
const posting = (memberId: number) => ({ author: { memberId }, formSecret: crypto.randomUUID() });

async function change(memberId: number, facts: PlaceChange) {
  return changePlace(slug, versionOf(await place()), facts, posting(memberId), NOW);
}

async function set(data: { latitude?: number; longitude?: number; closedOn?: string }) {
  return (await write((writer) => writer.place.update({ where: { id: placeId }, data }))).id;
}

const identity = async (other: object) => {
  const { name, street, postcode, priceBand, website } = await place();
  return { identity: { name, street, postcode, priceBand, website, ...other } };
};

async function reportOf(memberId: number, facts: PlaceChange): Promise<number> {
  await change(memberId, facts);
  return (await reader().placeReport.findFirstOrThrow({ where: { placeId, settledAt: null } })).id;
}

type Command = {
  /** What happened before, such as a newcomer's report, whose id it returns. */
  prepare?: () => Promise<number>;
  command: (memberId: number, prepared: number) => Promise<{ kind: string }>;
};

const newcomer = () => addMember(`newcomer ${count}`);

/** Every command that changes whether a place is there, what it is called or where it is. */
const COMMANDS: Record<string, Command> = {
  "closing it by the form": {
    command: (memberId) => change(memberId, { closedOn: "2026-11-01" }),
  },
  "another name": {
    command: async (memberId) => change(memberId, await identity({ name: "BUY PILLS" })),
  },
  "another street": {
    command: async (memberId) => change(memberId, await identity({ street: "9 Nowhere" })),
  },
  "another postcode": {
    command: async (memberId) => change(memberId, await identity({ postcode: "N0 9ZZ" })),
  },
  "another position": {
    prepare: () => set({ latitude: 51.56, longitude: -0.1 }),
    command: (memberId) => change(memberId, { position: { latitude: 51.5, longitude: -0.2 } }),
  },
  "opening a closed one by the form": {
    prepare: () => set({ closedOn: "2026-10-01" }),
    command: (memberId) => change(memberId, { closedOn: null }),
  },
  "restoring an older version that was closed": {
    prepare: async () => {
      const trusted = await addMemberWithStanding(`trusted ${count}`);
      await change(trusted, { closedOn: "2026-11-01" });
      await change(trusted, { closedOn: null });
      const facts = { contains: '"closedOn":"2026-11-01"' };
      return (await reader().placeRevision.findFirstOrThrow({ where: { placeId, facts } })).id;
    },
    command: async (memberId, revisionId) => {
      const restored = { slug, revisionId, version: versionOf(await place()) };
      return restoreFacts(restored, posting(memberId));
    },
  },
  "agreeing that it has closed": {
    prepare: async () => reportOf(await newcomer(), { closedOn: "2026-11-01" }),
    command: (memberId, reportId) =>
      answerReport({ slug, reportId, answer: "agree" }, posting(memberId), NOW),
  },
  "agreeing with another name": {
    prepare: async () => reportOf(await newcomer(), await identity({ name: "BUY PILLS" })),
    command: (memberId, reportId) =>
      answerReport({ slug, reportId, answer: "agree" }, posting(memberId), NOW),
  },
  "the button Closed, when a newcomer reported it": {
    prepare: async () => {
      await recordSighting(slug, "closed", posting(await newcomer()), NOW);
      return placeId;
    },
    command: (memberId) => recordSighting(slug, "closed", posting(memberId), NOW),
  },
  "the button It is open": {
    prepare: async () => {
      for (const who of [1, 2]) {
        const trusted = await addMemberWithStanding(`trusted ${count} ${who}`);
        await recordSighting(slug, "closed", posting(trusted), NOW);
      }
      return placeId;
    },
    command: (memberId) => recordSighting(slug, "open", posting(memberId), NOW),
  },
};

const shown = async () => {
  const { name, street, postcode, latitude, longitude, closedOn } = await place();
  return { name, street, postcode, latitude, longitude, isClosed: closedOn !== null };
};

describe.each(Object.entries(COMMANDS))("%s", (_words, { prepare, command }) => {
  test.each(KINDS)("by a member of the kind %s", async (kind) => {
    const memberId = await memberOf(kind);
    const prepared = await prepare?.();
    const before = await shown();
    expect((await command(memberId, prepared ?? 0)).kind).toBe("posted");
    const reports = await reader().placeReport.count({ where: { placeId, settledAt: null } });
    if (["fresh", "standing", "moderator"].includes(kind)) {
      expect(await shown()).not.toEqual(before);
      expect(reports).toBe(0);
    } else {
      expect(await shown()).toEqual(before);
      expect(reports).toBeGreaterThan(0);
    }
  });
});

test.each([
  ["stranger", "not-the-recommender"],
  ["fresh", "posted"],
  ["old", "posted"],
  ["reviewed", "reviewed-by-others"],
  ["standing", "not-the-recommender"],
  ["moderator", "not-the-recommender"],
] as const)("deleting a place as a member of the kind %s: %s", async (kind, outcome) => {
  const memberId = await memberOf(kind);
  const form = { memberId, formSecret: crypto.randomUUID() };
  expect((await deletePlace(slug, form)).kind).toBe(outcome);
  expect((await place()).withheldReason).toBe(outcome === "posted" ? "deleted" : null);
});

test("handing over is for who recommended it", async () => {
  const form = { memberId: await memberOf("standing"), formSecret: crypto.randomUUID() };
  expect((await handOverPlace(slug, form)).kind).toBe("not-the-recommender");
});

test.each(KINDS)("what is harmless is so at once, of a member of the kind %s", async (kind) => {
  const memberId = await memberOf(kind);
  await change(memberId, {
    ...(await identity({ priceBand: 3, website: "https://steady.example/" })),
    cuisines: { cuisines: ["coffee"], newCuisine: "Soup" },
    hours: { bankHolidays: "usual", intervals: [{ day: 1, opensAt: 720, closesAt: 900 }] },
    position: { latitude: 51.56, longitude: -0.1 },
  });
  const facts = await findPlaceFacts(slug);
  expect(facts).toMatchObject({
    priceBand: 3,
    website: "https://steady.example/",
    latitude: 51.56,
  });
  expect(facts?.hours?.intervals).toHaveLength(1);
  expect(facts?.cuisines.map((cuisine) => cuisine.slug)).toEqual(["coffee", "soup"]);
  expect(await reader().placeReport.count({ where: { placeId } })).toBe(0);
});

test("39 places closed in seven seconds by a new handle: each stays, and the sixth is refused", async () => {
  const slugs = await Promise.all(
    Array.from({ length: 39 }, async (_, index) => {
      await addPlace(`Lively ${count} ${index}`);
      return `lively-${count}-${index}`;
    }),
  );
  const vandal = posting(await addMember(`vandal ${count}`));
  const kinds: string[] = [];
  for (const [index, each] of slugs.entries()) {
    const { updatedAt } = await reader().place.findUniqueOrThrow({ where: { slug: each } });
    const form = { ...vandal, formSecret: crypto.randomUUID() };
    const now = new Date(NOW.getTime() + index * 180);
    const closed = { closedOn: "2026-11-01" };
    const outcome = await changePlace(each, versionOf({ updatedAt }), closed, form, now);
    kinds.push(outcome.kind);
  }
  expect(kinds).toEqual([
    ...Array<string>(5).fill("posted"),
    ...Array<string>(34).fill("newcomers-corrections"),
  ]);
  const open = { slug: { in: slugs }, closedOn: null };
  expect(await reader().place.count({ where: open })).toBe(39);
});
