import type { PrismaClient } from "../../app/db/generated/client.ts";
import { cleanLine } from "../../app/domain/text/cleaning.ts";
import { countOf } from "../../app/domain/text/counting.ts";
import { saveBaseMap } from "../../app/domain/walk/base-map.server.ts";
import { readFeature } from "./base-map-features.ts";
import { BaseMapShapesIn } from "./base-map-shapes.ts";
import { ImportError } from "./import-error.ts";
import type { Input } from "./input.ts";
import type { Options } from "./options.ts";
import { Progress } from "./progress.ts";
import { readJson } from "./read-json.ts";
import type { Refusals } from "./refusals.ts";

/** Metres from its middle to each edge: as far as the map ever reaches. */
const REACH = 2400;
const MOST_REACH = 5000;
const MOST_ATTRIBUTION = 300;

const NO_ATTRIBUTION =
  "The file does not say whose data it is. Say it as its licence wants it said, such as --attribution '© OpenStreetMap contributors (ODbL)'.";

/** Streets, parks, water and stations under the pins of the map, in place of those before. Returns what to print. */
export async function importBaseMap(
  database: PrismaClient,
  { text }: Input,
  { isDryRun, centre, metres = REACH, attribution }: Options,
  refusals: Refusals,
): Promise<string[]> {
  const shapes = new BaseMapShapesIn(centre, Math.min(metres, MOST_REACH));
  const progress = new Progress();
  let [number, drawn, outside, said] = [0, 0, 0, ""];
  const values = readJson(text, {
    lists: ["features"],
    single: ["type", "attribution", "copyright"],
  });
  for await (const { name, value } of values) {
    if (name === "attribution" || name === "copyright") said ||= attributionOf(value);
    if (name !== "features") continue;
    number += 1;
    progress.count();
    const read = readFeature(value);
    if (!read) continue;
    if ("problem" in read) refusals.add({ line: number, problem: read.problem });
    else if (shapes.add(read)) drawn += 1;
    else outside += 1;
  }
  progress.end();
  await refusals.close();
  if (refusals.size > drawn + outside) {
    throw new ImportError(
      `Hardly anything in it can be read, so that nothing was changed. ${refusals.first}.`,
    );
  }
  if (drawn === 0) {
    throw new ImportError("There are no streets, parks, water or stations around there in it.");
  }
  const whose = attribution === undefined ? said : attributionOf(attribution);
  if (whose === "") throw new ImportError(NO_ATTRIBUTION);
  const isNew = await saveBaseMap(
    database,
    { middle: centre, shapes: shapes.shapes(), labels: shapes.labels, attribution: whose },
    { isDryRun },
  );
  return [
    isNew
      ? `${isDryRun ? "Would draw" : "Drew"} ${countOf(drawn, "street")}, parks and stations under the map’s pins.`
      : "It is the map that is there already.",
    ...(outside > 0 ? [`Left out ${outside} further away.`] : []),
    `Below it stands: Streets: ${whose}`,
  ];
}

function attributionOf(value: unknown): string {
  const text = cleanLine(String(value).slice(0, MOST_ATTRIBUTION));
  return /openstreetmap/i.test(text) ? "© OpenStreetMap contributors (ODbL)" : text;
}
