import type { PrismaClient } from "../../app/db/generated/client.ts";
import type { ImportedFacts, ImportedPlace } from "../../app/domain/places/imported-facts.ts";
import { markVanished } from "../../app/domain/places/mark-vanished.server.ts";
import { countOf } from "../../app/domain/text/counting.ts";
import { dayInLondon } from "../../app/domain/text/dates.ts";
import { nearestPostcodes } from "../../app/domain/walk/nearest-postcode.server.ts";
import type { Input } from "./input.ts";
import type { Options } from "./options.ts";
import { type OsmSummary, readOsmElements } from "./osm-elements.ts";
import { type OsmPlace, osmPlace, placeOfElement } from "./read-osm.ts";
import type { Refusals } from "./refusals.ts";
import { describeSaved, savePlaces } from "./save-places.ts";
import { type Read, stage } from "./stage.ts";

/** Places to eat and drink from OpenStreetMap. Returns what to print. */
export async function importOsm(
  database: PrismaClient,
  { text }: Input,
  { isDryRun, reaches }: Options,
  refusals: Refusals,
): Promise<string[]> {
  const summary: OsmSummary = { asOf: null };
  const known = await knownNumbers(database);
  const gone = new Set<string>();
  let [number, elsewhere] = [0, 0];
  async function* rows(): AsyncGenerator<Read<OsmPlace>> {
    for await (const element of readOsmElements(text, summary)) {
      number += 1;
      const read = placeOfElement(element, number);
      if (!read) {
        elsewhere += 1;
        if (element.id !== undefined && known.has(element.id)) gone.add(element.id);
      } else if ("problem" in read) yield { line: number, problem: read.problem };
      else yield { line: number, value: read.place, leftOut: read.leftOut };
    }
  }
  const staged = await stage(
    rows(),
    {
      schema: osmPlace,
      keyOf: ({ id }) => id,
      isWanted: ({ facts: { latitude, longitude } }) =>
        reaches(latitude === null || longitude === null ? undefined : { latitude, longitude }),
      isSparse: true,
    },
    refusals,
  );
  const { asOf } = summary;
  async function* batches(): AsyncGenerator<ImportedPlace[]> {
    for (const batch of staged.batches()) {
      const postcodes = await postcodesOf(database, batch);
      yield batch.flatMap(({ id, number, facts }, index) => {
        const postcode = postcodes[index];
        if (postcode !== undefined) return imported(id, { ...facts, postcode }, asOf);
        const problem = `“${facts.name}” has no full postcode, and none is known within 100 m of it`;
        refusals.add({ line: number, problem });
        return [];
      });
    }
    await refusals.close();
  }
  try {
    const saved = await savePlaces(database, batches(), { isDryRun });
    const marked = await markVanished(
      database,
      { source: "osm", isGone: ({ sourceId }) => gone.has(sourceId), asOf },
      { isDryRun, today: dayInLondon(new Date()) },
    );
    const also = describeRest({ elsewhere, marked, hours: refusals.noted, isDryRun });
    return describeSaved(saved, { isDryRun, outside: staged.outside, also, asOf, hasDay: true });
  } finally {
    staged.close();
  }
}

async function knownNumbers(database: PrismaClient): Promise<Set<string>> {
  const known = await database.importedPlace.findMany({
    where: { source: "osm" },
    select: { sourceId: true },
  });
  return new Set(known.map(({ sourceId }) => sourceId));
}

/** Each place's own, or the nearest one that is known. */
async function postcodesOf(database: PrismaClient, places: OsmPlace[]) {
  const missing = places.filter(({ facts }) => facts.postcode === null);
  const found = await nearestPostcodes(
    database,
    missing.map(({ facts: { latitude, longitude } }) => ({
      latitude: latitude ?? 0,
      longitude: longitude ?? 0,
    })),
  );
  return places.map((place) => place.facts.postcode ?? found[missing.indexOf(place)]);
}

function imported(sourceId: string, facts: ImportedFacts, asOf: string | null): ImportedPlace {
  return { source: "osm", sourceId, area: "", facts, asOf };
}

type Rest = { elsewhere: number; marked: number; hours: number; isDryRun: boolean };

function describeRest({ elsewhere, marked, hours, isDryRun }: Rest): string[] {
  const verb = isDryRun ? "Would mark" : "Marked";
  return [
    ...(elsewhere > 0 ? [`Left out ${elsewhere} where the public does not eat or drink.`] : []),
    ...(marked > 0 ? [`${verb} ${countOf(marked, "page")} that the map has no more.`] : []),
    ...(hours > 0
      ? [`Left out the hours of ${countOf(hours, "place")}, which no week can say.`]
      : []),
  ];
}
