import { z } from "zod";
import type { PrismaClient } from "#app/db/database.server.ts";
import { findDuplicates, type PlaceInMind } from "#app/domain/places/find-duplicates.server.ts";
import { NAME_RULES, POSTCODE_RULES, STREET_RULES } from "./perturb-places.ts";
import { Random } from "./random.ts";

export const SEED = 20_261_201;

const listed = z.array(
  z.object({ slug: z.string(), name: z.string(), street: z.string(), postcode: z.string() }),
);

type Listed = z.infer<typeof listed>[number];

/** The parts of all places, from 0 to 1, that are found; undefined where a rule fits none. One for each rule of postcodes. */
type Recall = { words: string; recalls: (number | undefined)[] };

type DuplicateFigures = {
  places: number;
  names: Recall[];
  streets: Recall[];
  /** Of places as they are listed, for how many another one is asked about. */
  falseAlarms: number;
};

export async function measureDuplicates(database: PrismaClient): Promise<DuplicateFigures> {
  const where = { withheldReason: null };
  const places = listed.parse(await database.place.findMany({ where, orderBy: { id: "asc" } }));
  const postcodes = [...new Set(places.map(({ postcode }) => postcode))].sort();

  async function recallOf(change: (place: Listed, random: Random) => PlaceInMind | undefined) {
    const random = new Random(SEED);
    let [found, tried] = [0, 0];
    for (const place of places) {
      const typed = change(place, random);
      if (!typed) continue;
      tried += 1;
      const duplicates = await findDuplicates(database, typed);
      if (duplicates.some(({ slug }) => slug === place.slug)) found += 1;
    }
    return tried === 0 ? undefined : found / tried;
  }

  async function recallsOf(part: "name" | "street", rules: typeof NAME_RULES): Promise<Recall[]> {
    const rows: Recall[] = [];
    for (const { words, change } of rules) {
      const recalls: (number | undefined)[] = [];
      for (const { change: changePostcode } of POSTCODE_RULES) {
        const recall = await recallOf(({ name, street, postcode }, random) => {
          const typed = { name, street, postcode: changePostcode(postcode, postcodes) };
          const changed = change(typed[part], random);
          return changed === undefined ? undefined : { ...typed, [part]: changed };
        });
        recalls.push(recall);
      }
      rows.push({ words, recalls });
    }
    return rows;
  }

  let falseAlarms = 0;
  for (const { slug, name, street, postcode } of places) {
    const found = await findDuplicates(database, { name, street, postcode });
    if (found.some((other) => other.slug !== slug)) falseAlarms += 1;
  }
  return {
    places: places.length,
    names: await recallsOf("name", NAME_RULES),
    streets: await recallsOf("street", STREET_RULES),
    falseAlarms,
  };
}

const LEAST_RECALL = 0.9;
const MOST_FALSE_ALARMS = 0.06;

/** What misses its goal, in words. */
export function missedGoals({ places, names, streets, falseAlarms }: DuplicateFigures): string[] {
  const low = [...names, ...streets].filter(({ recalls }) =>
    recalls.some((recall) => recall !== undefined && recall < LEAST_RECALL),
  );
  return [
    ...low.map(({ words }) => `${words}: less than ${LEAST_RECALL} is found`),
    ...(falseAlarms > MOST_FALSE_ALARMS * places ? ["more than 6 % false alarms"] : []),
  ];
}
