import { parseArgs } from "node:util";
import autocannon from "autocannon";
import { z } from "zod";
import { generateDatabase } from "./generate-database.ts";
import { choosePages, copyForMeasuring, signInMember } from "./measure/database-copy.ts";
import { percentile } from "./measure/median.ts";
import { startSite } from "./measure/start-site.ts";
import { figure, keepPart, rounded } from "./report/figures.ts";
import { table } from "./report/table.ts";
import { writeReport } from "./report/write-report.ts";

const { posts: wanted } = z
  .object({ posts: z.coerce.number().int().min(10).default(300) })
  .parse(parseArgs({ options: { posts: { type: "string" } } }).values);

// How long saving a review takes while 16 readers load the site and each write makes every cached page stale.
const database = copyForMeasuring(await generateDatabase({ places: 1000, reviews: 50_000 }));
const { list, place } = choosePages(database.file);
const cookie = signInMember(database.file, 2);
const site = await startSite(database.file, { POSTS_PER_HOUR: "10000" });
const form = `${site.url}${place}/review`;
const readers = {
  url: site.url,
  connections: 16,
  duration: 600,
  requests: [{ path: list }, { path: place }],
};
const { promise: reading, resolve, reject } = Promise.withResolvers<autocannon.Result>();
const reader = autocannon(readers, (error: Error | null, result) =>
  error ? reject(error) : resolve(result),
);
const milliseconds: number[] = [];
for (let index = 0; index < wanted; index += 1) {
  const page = await (await fetch(form, { headers: { Cookie: cookie } })).text();
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1];
  if (token === undefined) throw new Error("The form for a review has no token.");
  // The version of the current review, which this one replaces.
  const version = /name="version" value="([^"]*)"/.exec(page)?.[1] ?? "";
  const body = new URLSearchParams({
    token,
    version,
    rating: String((index % 5) + 1),
    body: `Visit number ${index}.`,
  });
  const start = performance.now();
  const { status } = await fetch(form, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { Cookie: cookie, Origin: site.url },
  });
  milliseconds.push(performance.now() - start);
  if (status !== 302 && status !== 303) throw new Error(`A review was answered with ${status}.`);
}
reader.stop();
const { requests, errors } = await reading;
await site.stop();
database.remove();
keepPart({
  order: 4,
  title: "Posting while others read",
  command: "npm run bench:posting",
  text: `${wanted} reviews one after the other, while 16 readers ask for L and P as fast as they are answered (${Math.round(requests.average)} pages a second, ${errors} errors).

${table(
  ["", "milliseconds"],
  ([50, 90, 99, 100] as const).map((share) => [
    share === 100 ? "longest" : `p${share}`,
    rounded(percentile(milliseconds, share)),
  ]),
)}`,
  figures: [
    figure(
      "posting a review, p99 while 16 readers load the site",
      percentile(milliseconds, 99),
      { atMost: 50 },
      " ms",
    ),
  ],
  bars: [],
});
writeReport();
