import { execFileSync } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase } from "../setup/test-database.ts";

// Bytes.
const BIG = 100_000_000;
/** For tables, which are slower to read: a tenth takes as much memory as the whole. */
const TABLE = 10_000_000;
const MOST_MEMORY = 200_000_000;

const file = openTestDatabase();
const folder = mkdtempSync(join(tmpdir(), "fork-and-filter-"));

afterAll(() => rmSync(folder, { recursive: true }));

const padding = "x".repeat(2000);

/** Where the campus is not: what is read whole, and hardly kept. */
const FAR = [53.1, -2.1];

/** How a file of each kind begins, an entry of it, how it ends, and how long it is at least. */
type TestFile = [
  start: string,
  entry: (index: number) => string,
  end: (count: number) => string,
  size: number,
];

const FILES: Record<string, TestFile> = {
  postcodes: [
    "postcode,latitude,longitude,more\n",
    (n) => `M${n % 90} ${n % 10}${letters(n)},${FAR.join(",")},${padding}\n`,
    () => "",
    TABLE,
  ],
  fhrs: [
    '{"establishments":[',
    (n) =>
      `${comma(n)}{"FHRSID":${n},"BusinessName":"Place ${n}","BusinessTypeID":1,"AddressLine1":"${n} Street","PostCode":"M1 1AA","LocalAuthorityCode":"1","more":"${padding}"}`,
    (count) => `],"meta":{"itemCount":${count},"totalCount":${count}}}`,
    BIG,
  ],
  osm: [
    '{"elements":[',
    (n) =>
      `${comma(n)}{"type":"node","id":${n},"lat":${FAR[0]},"lon":${FAR[1]},"tags":{"amenity":"${n % 9 ? "bench" : "cafe"}","name":"Place ${n}","addr:street":"S","addr:postcode":"M1 1AA","more":"${padding}"}}`,
    () => '],"osm3s":{"timestamp_osm_base":"2026-11-01T00:00:00Z"}}',
    BIG,
  ],
  "base-map": [
    '{"type":"FeatureCollection","attribution":"© Somebody","features":[',
    (n) =>
      `${comma(n)}{"type":"Feature","properties":{"highway":"primary","more":"${padding}"},"geometry":{"type":"LineString","coordinates":[[${n ? -2.1 : -0.1063},${n ? 53.1 : 51.5643}],[${n ? -2.2 : -0.1},${n ? 53.2 : 51.565}]]}}`,
    () => "]}",
    BIG,
  ],
  places: [
    "name,street,postcode,latitude,longitude,website\n",
    (n) =>
      `Place ${n},${n} Street,M1 1AA,${FAR.join(",")},https://example.org/${padding.slice(0, 250)}\n`,
    () => "",
    TABLE,
  ],
};

function comma(index: number): string {
  return index === 0 ? "" : ",";
}

/** Two letters of a postcode's end. */
function letters(index: number): string {
  return `${"ABDEFGHJLN"[index % 10]}${"PQRSTUWXYZ"[Math.floor(index / 10) % 10]}`;
}

async function* entries([start, entry, end, size]: TestFile) {
  yield start;
  let [count, part] = [0, ""];
  for (let written = 0; written < size; count += 1) {
    const text = entry(count);
    written += text.length;
    part += text;
    if (part.length > 100_000) {
      yield part;
      part = "";
    }
  }
  yield part + end(count);
}

const kinds = Object.entries(FILES);

beforeAll(async () => {
  for (const [kind, parts] of kinds) {
    await pipeline(entries(parts), createWriteStream(join(folder, kind)));
  }
}, 120_000);

// The script measures itself, and runs under the memory limits of `npm run import`.
test.each(kinds.map(([kind, [, , , size]]) => [size / 1e6, kind] as const))(
  "a file of %i MB of %s is imported in at most 200 MB of memory",
  (megabytes, kind) => {
    expect(statSync(join(folder, kind)).size).toBeGreaterThanOrEqual(megabytes * 1e6);
    const measured = `process.on("exit",()=>console.log("peak",process.resourceUsage().maxRSS*1024))`;
    const said = execFileSync(
      process.execPath,
      [
        "--max-semi-space-size=1",
        "--max-old-space-size=72",
        `--import=data:text/javascript,${encodeURIComponent(measured)}`,
        "scripts/import.ts",
        kind,
        join(folder, kind),
        "--within=5km",
      ],
      { encoding: "utf8", env: { ...process.env, DATABASE_URL: `file:${file}` } },
    );
    const peak = Number(/peak (\d+)/.exec(said)?.[1]);
    expect(peak, said).toBeGreaterThan(0);
    expect(peak, said).toBeLessThanOrEqual(MOST_MEMORY);
  },
  240_000,
);
