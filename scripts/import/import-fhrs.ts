import { z } from "zod";
import type { PrismaClient } from "../../app/db/generated/client.ts";
import { importPlace, markVanished } from "../../app/domain/places/import-place.server.ts";
import { countOf } from "../../app/domain/text/counting.ts";
import { dayInLondon } from "../../app/domain/text/dates.ts";
import { type FhrsSummary, readFhrsRecords } from "./fhrs-records.ts";
import type { Input } from "./input.ts";
import type { Options } from "./options.ts";
import { type FhrsPlace, fhrsPlace, placeOfRecord } from "./read-fhrs.ts";
import type { Refusals } from "./refusals.ts";
import { type Read, stage } from "./stage.ts";

const MOST_LISTED = 50;

/** Whether it is near is asked while the file is read, since it takes the table of postcodes. */
const stagedPlace = fhrsPlace.extend({ isNear: z.boolean() });

/** Places from the Food Hygiene Rating Scheme, without its ratings. Returns what to print. */
export async function importFhrs(
  database: PrismaClient,
  { text }: Input,
  { isDryRun, reaches }: Options,
  refusals: Refusals,
): Promise<string[]> {
  const summary: FhrsSummary = { count: 0, isWhole: false };
  const [seen, areas] = [new Set<string>(), new Set<string>()];
  let elsewhere = 0;
  async function* rows(): AsyncGenerator<Read<z.infer<typeof stagedPlace>>> {
    for await (const record of readFhrsRecords(text, summary)) {
      seen.add(record.FHRSID);
      areas.add(record.LocalAuthorityCode);
      const read = placeOfRecord(record);
      if (!read) elsewhere += 1;
      else if ("problem" in read) yield { line: summary.count, problem: read.problem };
      else yield { line: summary.count, value: { ...read, isNear: reaches(await nearest(read)) } };
    }
  }
  async function nearest({ postcode, latitude, longitude }: FhrsPlace) {
    const known = await database.postcode.findUnique({ where: { postcode } });
    if (known) return known;
    return latitude === null || longitude === null ? undefined : { latitude, longitude };
  }
  const staged = await stage(
    rows(),
    {
      schema: stagedPlace,
      keyOf: ({ id }) => id,
      isWanted: ({ isNear }) => isNear,
    },
    refusals,
  );
  const total = { added: 0, changed: 0, same: 0, matched: 0, "left-out": 0, doubtful: 0 };
  const doubtful: string[] = [];
  try {
    for (const batch of staged.batches()) {
      for (const { id, area, isNear: _near, ...facts } of batch) {
        const place = { source: "fhrs" as const, sourceId: id, area, facts };
        const outcome = await importPlace(database, place, { isDryRun });
        total[outcome.kind] += 1;
        if (outcome.kind === "doubtful") doubtful.push(describeDoubt(facts, outcome.with));
      }
    }
  } finally {
    staged.close();
  }
  const vanished = summary.isWhole
    ? await markVanished(
        database,
        { source: "fhrs", areas: [...areas], seen },
        { isDryRun, today: dayInLondon(new Date()) },
      )
    : 0;
  return describe({ ...total, outside: staged.outside, elsewhere, vanished, isDryRun, doubtful });
}

type Named = { name: string; street: string; postcode: string };

function describeDoubt({ name, street, postcode }: Named, pages: Named[]): string {
  const others = pages.map((page) => `“${page.name}”, ${page.street}, ${page.postcode}`);
  return `  “${name}”, ${street}, ${postcode}: is it ${others.join(", or ")}?`;
}

type Done = Record<
  "added" | "changed" | "same" | "matched" | "left-out" | "outside" | "elsewhere" | "vanished",
  number
> & { isDryRun: boolean; doubtful: string[] };

function describe(done: Done): string[] {
  const { added, changed, same, matched, outside, elsewhere, vanished, isDryRun, doubtful } = done;
  const when = (count: number, sentence: string) => (count > 0 ? [sentence] : []);
  const rest = doubtful.length - MOST_LISTED;
  return [
    isDryRun
      ? `Would add ${countOf(added, "place")}, change ${changed}, and leave ${same} as they are.`
      : `Added ${countOf(added, "place")}, changed ${changed}, and left ${same} as they were.`,
    ...when(matched, `Knew ${countOf(matched, "page")} that people had made: they keep all facts.`),
    ...when(done["left-out"], `Left out ${done["left-out"]} that were taken down here.`),
    ...when(outside, `Left out ${countOf(outside, "place")} further away.`),
    ...when(elsewhere, `Left out ${elsewhere} where the public does not eat or drink.`),
    ...when(
      vanished,
      `${isDryRun ? "Would mark " : "Marked "}${countOf(vanished, "page")} that the register has no more.`,
    ),
    ...when(
      doubtful.length,
      `Left out ${countOf(doubtful.length, "place")} that may be listed already:`,
    ),
    ...doubtful.slice(0, MOST_LISTED),
    ...when(rest, `  ... and ${rest} more.`),
  ];
}
