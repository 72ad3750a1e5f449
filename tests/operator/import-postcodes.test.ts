import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "#app/db/connection.server.ts";
import { reader } from "#app/db/database.server.ts";
import { ImportError } from "../../scripts/import/import-error.ts";
import { importPostcodes } from "../../scripts/import/import-postcodes.ts";
import { readOptions } from "../../scripts/import/options.ts";
import { readPostcodes } from "../../scripts/import/read-postcodes.ts";
import { Refusals } from "../../scripts/import/refusals.ts";
import { addPlace } from "../setup/rows.ts";
import { openTestDatabase } from "../setup/test-database.ts";

const CAMPUS = { latitude: 51.5643, longitude: -0.1063 };
const file = openTestDatabase();
const database = connect(`file:${file}`, { busyTimeout: 1000 });
const folder = mkdtempSync(join(tmpdir(), "fork-and-filter-"));
const refusedFile = join(folder, "refused.txt");

afterAll(async () => {
  await database.$disconnect();
  rmSync(folder, { recursive: true });
});

async function* parts(...texts: string[]) {
  yield* texts;
}

async function readAll(...texts: string[]) {
  const rows = [];
  for await (const row of readPostcodes(parts(...texts))) rows.push(row);
  return rows;
}

const run = (text: string, ...args: string[]) =>
  importPostcodes(
    database,
    { name: "a file", text: parts(text) },
    readOptions(args, CAMPUS).options,
    new Refusals(refusedFile),
  );

const N4 = { postcode: "N4 3HH", latitude: 51.5643, longitude: -0.1083 };

describe("what a row says is read by the header", () => {
  test.each([
    ["a plain table", "postcode,latitude,longitude\nN4 3HH,51.5643,-0.1083\n"],
    [
      "other names, order, quotes and line ends",
      '"Lng","Lat","Post Code"\r\n"-0.1083","51.5643","n43hh"\r\n',
    ],
    ["a byte order mark", "\uFEFFpostcode,lat,long\nN4 3HH,51.5643,-0.1083\n"],
    [
      "the ONS's table, where the oldest spelling comes first",
      "pcd7,pcd8,pcds,dointr,doterm,oseast1m,osnrth1m,lat,long\nN4 3HH,N4  3HH,N4 3HH,198001,,0531200,0186700,51.5643,-0.1083\n",
    ],
  ])("%s", async (_, text) => {
    expect(await readAll(text)).toMatchObject([{ value: N4 }]);
  });

  // Easting and northing of Caister water tower, and what they are in WGS 84: the Ordnance Survey's own example, "A guide to
  // coordinate systems in Great Britain", to five metres.
  test.each([
    ["with a header", "Postcode,PQ,Eastings,Northings\nNR30 5TT,10,651409,313177\n"],
    [
      "as Code-Point Open comes, without one",
      '"NR30 5TT",10,651409,313177,"E92000001","E19000239","E18000224","","E07000145","E05005788"\n',
    ],
  ])("eastings and northings %s", async (_, text) => {
    const [read] = await readAll(text);
    if (!read || !("value" in read)) throw new Error("Nothing was read.");
    expect(read.value.postcode).toBe("NR30 5TT");
    expect(read.value.latitude).toBeCloseTo(52.65801, 3);
    expect(read.value.longitude).toBeCloseTo(1.71605, 3);
  });
});

test("a row that says nothing is left out, or named with its line where it should have said something", async () => {
  const rows = await readAll(
    "pcds,lat,long\nGY1 1AA,99.999999,0.000000\nN4 3HH,51.5643,-0.1083\nN4,51.5,-0.1\nN4 3HJ,north,-0.1\nN4 3HQ,51.5\nN4 3HL,151.5,-0.1\n",
  );
  expect(rows).toEqual([
    { line: 3, value: N4 },
    { line: 4, problem: "“N4” is no full postcode" },
    { line: 5, problem: "its position cannot be read" },
    { line: 6, problem: "it has 2 columns instead of 3" },
    { line: 7, problem: "its position cannot be read" },
  ]);
});

describe("importing", () => {
  beforeAll(async () => {
    await addPlace("Real Ramen", { postcode: "N4 3HH" });
  });

  const table = "postcode,latitude,longitude\nN4 3HH,51.5643,-0.1083\nM1 1AE,53.4772,-2.2309\n";

  test("says what it would do, does it, and does nothing the second time", async () => {
    const asked = ["--within", "5km", "--dry-run"];
    expect(await run(table, ...asked)).toEqual([
      "Would add 1 postcode, move 0, and leave 0 as they are.",
      "Left out 1 postcode further away.",
    ]);
    expect(await reader().postcode.count()).toBe(0);
    expect(await run(table)).toEqual([
      "Added 2 postcodes, moved 0, and left 0 as they were.",
      "1 place has a position now.",
    ]);
    expect(await run(table)).toEqual(["Added 0 postcodes, moved 0, and left 2 as they were."]);
  });

  test.each([
    ["the end is missing", `${table}N4 3HJ,51.5`, /ends in the middle of line 4/],
    [
      "a quote is never closed",
      'postcode,latitude,longitude\n"N4 3HJ,51.5,-0.1\n',
      /no whole CSV file/,
    ],
    ["no column is known", "name,rating\nRamen,5\n", /must name the columns/],
    ["it is something else", "<?xml version='1.0'?>\n<a/>\n", /must name the columns/],
    ["it is empty", "", /no row/],
    [
      "most of it is wrong",
      "postcode,latitude,longitude\nN4 3HJ,51.5,-0.1\nx,1,2\ny,3,4\n",
      /line 3/,
    ],
    ["there are only headings", "postcode,latitude,longitude\n", /Hardly anything/],
    [
      "a row never ends",
      `postcode,latitude,longitude\n${"x".repeat(200_000)}`,
      /no whole CSV file/,
    ],
  ])("where %s nothing changes, and it says why", async (_, text, why) => {
    const before = await reader().postcode.findMany();
    const failure = await run(text).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ImportError);
    expect(String(failure)).toMatch(why);
    expect(await reader().postcode.findMany()).toEqual(before);
  });

  test("rows that cannot be used are written down with their lines", async () => {
    await run(`${table}N4 3HJ,51.5702,-0.1021\nnonsense,1,2\n`);
    expect(readFileSync(refusedFile, "utf8")).toBe("line 5: “nonsense” is no full postcode\n");
  });
});

test.each([
  [["--near", "51.5,-0.1"], /--within/],
  [["--within", "far"], /--within 5km/],
  [["--within", "0km"], /--within 5km/],
  [["--near", "here", "--within", "5km"], /--near/],
  [["--wihtin", "5km"], /wihtin/],
])("%j is refused with what to write", (args, why) => {
  expect(() => readOptions(args, CAMPUS)).toThrow(why);
});
