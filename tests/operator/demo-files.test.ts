import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { readDemo } from "../../prisma/demo/read-demo.ts";

const PLACE = "places/11-git-hummus.json";

const review = z.looseObject({ by: z.string() });
const placeFile = z.looseObject({ reviews: z.tuple([review], review) });

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fork-and-filter-demo-"));
  cpSync("prisma/demo", folder, { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true }));

const place = () => readFileSync(join(folder, PLACE), "utf8");

/** The mistakes reported once a demo file has this text. */
function mistakesWith(text: string, file = PLACE): string {
  writeFileSync(join(folder, file), text);
  try {
    readDemo(folder);
    return "";
  } catch (error) {
    return String(error);
  }
}

test("the places come in the order of their files' numbers, which need not be close", () => {
  writeFileSync(join(folder, "places/100-git-hummus-too.json"), place());
  expect(mistakesWith(place())).toBe("");
  const keys = readDemo(folder).places.map(({ key }) => key);
  expect([keys[0], keys.at(-1)]).toEqual(["null-pointer-coffee", "git-hummus-too"]);
});

test.each([
  ["a rating out of range", /"rating": \d/, '"rating": 6', "reviews 1, rating: Too big"],
  ["a misspelt field", '"street"', '"stret"', 'Unrecognized key: "stret"'],
  ["a field left out", /"street": .*/, "", "street: Invalid input"],
  [
    "hours nobody can read",
    /"monday": ".*"/,
    '"monday": "early"',
    "hours, monday: Write “early” as",
  ],
  ["a stranger", /"by": ".*"/, '"by": "a stranger"', "by: Choose a handle from members.json"],
  ["an unknown cuisine", /"cuisines": \[/, '"cuisines": ["Soup",', "cuisines 1: Choose from cuis"],
  [
    "a real postcode",
    /"postcode": ".*"/,
    '"postcode": "N4 3HH"',
    "postcode: Choose a postcode in N0",
  ],
  ["a real website", /"website": ".*"/, '"website": "https://a.com"', "website: Choose an address"],
  ["a comma too many", '"reviews": [', '"reviews": [,', "Unexpected token ','"],
])("%s is said with its file and field", (_, from, to, said) => {
  const mistakes = mistakesWith(place().replace(from, to));
  expect(mistakes).toContain(`${PLACE}: `);
  expect(mistakes).toContain(said);
});

test("nobody reviews a place twice, or wants to try what they have reviewed", () => {
  const { reviews, ...facts } = placeFile.parse(JSON.parse(place()));
  const { by } = reviews[0];
  const twice = { ...facts, reviews: [...reviews, reviews[0]], wantedBy: [by] };
  const mistakes = mistakesWith(JSON.stringify(twice));
  expect(mistakes).toContain(`reviews ${reviews.length + 1}, by: ${by} has reviewed it already`);
  expect(mistakes).toContain(`wantedBy 1: ${by} has reviewed it, and so has been there`);
});

test.each(["places/git-hummus-too.json", "places/11-git-hummus-too.json"])(
  "a place's file is named by a number of its own and its key: not %s",
  (name) => {
    expect(mistakesWith(place(), name)).toMatch(
      /: (Name it like 42-|Choose a number that no other)/,
    );
  },
);
