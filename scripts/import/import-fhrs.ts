import { z } from "zod";
import type { PrismaClient } from "../../app/db/generated/client.ts";
import type { ImportedPlace } from "../../app/domain/places/imported-facts.ts";
import { markVanished } from "../../app/domain/places/mark-vanished.server.ts";
import { countOf } from "../../app/domain/text/counting.ts";
import { dayInLondon } from "../../app/domain/text/dates.ts";
import { type FhrsSummary, readFhrsRecords } from "./fhrs-records.ts";
import type { Input } from "./input.ts";
import type { Options } from "./options.ts";
import { type FhrsPlace, fhrsPlace, placeOfRecord } from "./read-fhrs.ts";
import type { Refusals } from "./refusals.ts";
import { describeSaved, savePlaces } from "./save-places.ts";
import { type Read, stage } from "./stage.ts";

/** Whether it is near is asked while the file is read, since it takes the table of postcodes. */
const stagedPlace = fhrsPlace.extend({ isNear: z.boolean() });

type StagedPlace = z.infer<typeof stagedPlace>;

/** Places from the Food Hygiene Rating Scheme, without its ratings. Returns what to print. */
export async function importFhrs(
  database: PrismaClient,
  { text }: Input,
  { isDryRun, reaches }: Options,
  refusals: Refusals,
): Promise<string[]> {
  const summary: FhrsSummary = { count: 0, isWhole: false, asOf: null };
  const [seen, areas] = [new Set<string>(), new Set<string>()];
  let elsewhere = 0;
  async function* rows(): AsyncGenerator<Read<StagedPlace>> {
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
  const { asOf } = summary;
  function* batches(): Generator<ImportedPlace[]> {
    for (const batch of staged.batches()) {
      yield batch.map(({ id, area, isNear: _near, ...facts }) => {
        return { source: "fhrs" as const, sourceId: id, area, facts, asOf };
      });
    }
  }
  try {
    const saved = await savePlaces(database, batches(), { isDryRun });
    const isGone = ({ sourceId, area }: { sourceId: string; area: string }) =>
      summary.isWhole && areas.has(area) && !seen.has(sourceId);
    const vanished = await markVanished(
      database,
      { source: "fhrs", isGone, asOf },
      { isDryRun, today: dayInLondon(new Date()) },
    );
    const { outside } = staged;
    const also = describeRest({ elsewhere, vanished, isDryRun });
    return describeSaved(saved, { isDryRun, outside, also, asOf, hasDay: true });
  } finally {
    staged.close();
  }
}

type Rest = { elsewhere: number; vanished: number; isDryRun: boolean };

function describeRest({ elsewhere, vanished, isDryRun }: Rest): string[] {
  const marked = `${isDryRun ? "Would mark" : "Marked"} ${countOf(vanished, "page")}`;
  return [
    ...(elsewhere > 0 ? [`Left out ${elsewhere} where the public does not eat or drink.`] : []),
    ...(vanished > 0 ? [`${marked} that the register has no more.`] : []),
  ];
}
