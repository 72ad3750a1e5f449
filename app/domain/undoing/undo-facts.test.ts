import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../../../tests/setup/property-runs.ts";
import type { KeptFacts } from "../places/place-facts-schema.ts";
import { type Made, undoFacts } from "./undo-facts.ts";

const FACTS: KeptFacts = {
  name: "Recursion Roastery",
  street: "1 Base Case",
  postcode: "N0 1AA",
  priceBand: 1,
  website: null,
  latitude: null,
  longitude: null,
  approximateWalk: null,
  mainly: null,
  cuisines: [],
  diets: {},
  features: {},
  hours: null,
  closedOn: null,
};

const at = (minute: number) => new Date(Date.UTC(2026, 10, 29, 12, minute));

/** A history in which each change is told by what it says anew, and whether it is to be undone. */
function historyOf(...changes: [isTheirs: boolean, says: Partial<KeptFacts>][]): Made[] {
  const history: Made[] = [{ facts: FACTS, at: at(0), isTheirs: false }];
  for (const [isTheirs, says] of changes) {
    const facts = { ...FACTS, ...history.at(-1)?.facts, ...says };
    history.push({ facts, at: at(history.length), isTheirs });
  }
  return history;
}

const undone = (...changes: [isTheirs: boolean, says: Partial<KeptFacts>][]) => {
  const history = historyOf(...changes);
  return undoFacts(history, history.at(-1)?.facts ?? FACTS);
};

test("what they changed last goes back to what it was before them", () => {
  const { target, left } = undone(
    [true, { name: "BUY PILLS", website: "https://pills.example" }],
    [true, { name: "BUY MORE PILLS", closedOn: "2026-11-29" }],
  );
  expect([target, left]).toEqual([FACTS, undefined]);
});

test("what others changed since stays, part by part, and is told", () => {
  const { target, left } = undone(
    [true, { name: "BUY PILLS", priceBand: 4, diets: { vegan: "none", halal: "all" } }],
    [false, { name: "Recursion", diets: { vegan: "some", halal: "all" } }],
  );
  expect(target).toEqual({ ...FACTS, name: "Recursion", diets: { vegan: "some" } });
  expect([left?.before.name, left?.set.name]).toEqual([FACTS.name, "BUY PILLS"]);
  expect(left?.set.priceBand).toBe(left?.before.priceBand);
});

test("what somebody else put back already is neither undone nor left", () => {
  const { target, left } = undone([true, { name: "BUY PILLS" }], [false, { name: FACTS.name }]);
  expect([target, left]).toEqual([FACTS, undefined]);
});

test("a cuisine of theirs goes, and one that somebody added beside it stays", () => {
  const [pills, pizza] = [
    { slug: "buy-pills", name: "BUY PILLS" },
    { slug: "pizza", name: "Pizza" },
  ];
  const { target } = undone([true, { cuisines: [pills] }], [false, { cuisines: [pills, pizza] }]);
  expect(target.cuisines).toEqual([pizza]);
});

test("what is different now from what any revision says is left", () => {
  const present = { ...FACTS, name: "Renamed otherwise" };
  const { target, left } = undoFacts(historyOf([true, { name: "BUY PILLS" }]), present);
  expect([target, left?.set.name]).toEqual([present, "BUY PILLS"]);
});

test("words that a moderator has hidden are not put back", () => {
  const history = historyOf([false, { name: "RUDE WORDS" }], [true, { name: "A name" }]);
  const hidden = history.map((made, index) => ({ ...made, isHidden: index === 1 }));
  expect(undoFacts(hidden, history.at(-1)?.facts ?? FACTS).target.name).toBe("A name");
});

test("hours that are put back were said when they were written, not today", () => {
  const usual = { bankHolidays: null, intervals: [{ day: 1, opensAt: 540, closesAt: 1020 }] };
  const never = { bankHolidays: null, intervals: [] };
  const { target, hoursSaidAt } = undone(
    [false, { hours: usual }],
    [false, { name: "Recursion" }],
    [true, { hours: never }],
  );
  expect([target.hours, hoursSaidAt]).toEqual([usual, at(1)]);
});

test("after any changes, each part is what others said last where the member had the last word", () => {
  const says = fc.record(
    {
      name: fc.constantFrom("A", "B", "C"),
      priceBand: fc.constantFrom(1, 2, 3),
      closedOn: fc.constantFrom(null, "2026-11-01"),
      features: fc.constantFrom({}, { cards: true }, { cards: false, laptop: true }),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), says), { maxLength: 12 }), (changes) => {
      const history = historyOf(...changes);
      const { target } = undoFacts(history, history.at(-1)?.facts ?? FACTS);
      for (const part of ["name", "priceBand", "closedOn"] as const) {
        expect(target[part]).toEqual(lastOfOthers(history, (facts) => facts[part]));
      }
      expect(target.features.cards).toEqual(
        lastOfOthers(history, ({ features }) => features.cards),
      );
    }),
    { numRuns: propertyRuns(100) },
  );
});

/** The naive model: as if a change of theirs had never been made. */
function lastOfOthers<Value>(history: Made[], read: (facts: KeptFacts) => Value): Value {
  let value = read(FACTS);
  let present = read(FACTS);
  for (const { facts, isTheirs } of history) {
    if (read(facts) !== present && !isTheirs) value = read(facts);
    present = read(facts);
  }
  return value;
}
