import { parseArgs } from "node:util";
import autocannon from "autocannon";
import { z } from "zod";
import { generateDatabase } from "./generate-database.ts";
import { choosePages, copyForMeasuring } from "./measure/database-copy.ts";
import { median } from "./measure/median.ts";
import { residentMegabytes } from "./measure/process-figures.ts";
import { startSite } from "./measure/start-site.ts";
import { figure, keepPart, rounded } from "./report/figures.ts";
import { table } from "./report/table.ts";
import { writeReport } from "./report/write-report.ts";

const { seconds } = z
  .object({ seconds: z.coerce.number().min(1).default(60) })
  .parse(parseArgs({ options: { seconds: { type: "string" } } }).values);

const STARTS = 7;
const database = copyForMeasuring(await generateDatabase({ places: 1000, reviews: 50_000 }));
const { list, place } = choosePages(database.file);
const starts: number[] = [];
const idle: number[] = [];
for (let index = 0; index < STARTS; index += 1) {
  const site = await startSite(database.file);
  starts.push(site.startMilliseconds);
  idle.push(residentMegabytes(site.pid));
  await site.stop();
}
const loaded = await startSite(database.file);
let most = 0;
const watch = setInterval(() => {
  most = Math.max(most, residentMegabytes(loaded.pid));
}, 250);
// Every address is new to the cache, and half of the pages are rendered.
const requests = Array.from({ length: 400 }, (_, index) => [
  { path: `${list}&page=1&walk=${[5, 10, 15, 20][index % 4]}&time=${index}` },
  { path: `${place}?page=${(index % 3) + 1}` },
  {
    path: `/places?q=${String.fromCharCode(97 + (index % 26))}${String.fromCharCode(97 + (index % 25))}`,
  },
]).flat();
await autocannon({ url: loaded.url, connections: 16, duration: seconds, requests });
const after = residentMegabytes(loaded.pid);
clearInterval(watch);
await loaded.stop();
database.remove();
keepPart({
  order: 3,
  title: "Start and memory",
  command: "npm run bench:memory",
  text: `${table(
    ["", ""],
    [
      [
        "process start to first page, median of 7 (nothing to migrate)",
        `${rounded(median(starts) / 1000)} s`,
      ],
      ["resident memory after the first page", `${rounded(median(idle))} MB`],
      [`resident memory after ${seconds} s of load`, `${rounded(after)} MB`],
      ["most of it meanwhile", `${rounded(most)} MB`],
    ],
  )}`,
  figures: [
    figure("process start to first 200", median(starts) / 1000, { atMost: 1 }, " s"),
    figure("resident memory idle", median(idle), { atMost: 130 }, " MB"),
    figure("resident memory after load", after, { atMost: 200 }, " MB"),
  ],
  bars: [],
});
writeReport();
