import type { PrismaClient } from "../../app/db/generated/client.ts";
import { importBaseMap } from "./import-base-map.ts";
import { importCuisines } from "./import-cuisines.ts";
import { importFhrs } from "./import-fhrs.ts";
import { importOsm } from "./import-osm.ts";
import { importPlaces } from "./import-places.ts";
import { importPostcodes } from "./import-postcodes.ts";
import type { Input } from "./input.ts";
import type { Options } from "./options.ts";
import type { Refusals } from "./refusals.ts";

type Import = (
  database: PrismaClient,
  input: Input,
  options: Options,
  refusals: Refusals,
) => Promise<string[]>;

/** With what a row of its files is called where they have no lines. */
export const KINDS = new Map<string, { run: Import; row: string }>([
  ["postcodes", { run: importPostcodes, row: "line" }],
  ["fhrs", { run: importFhrs, row: "establishment" }],
  ["osm", { run: importOsm, row: "entry" }],
  ["base-map", { run: importBaseMap, row: "entry" }],
  ["cuisines", { run: importCuisines, row: "line" }],
  ["places", { run: importPlaces, row: "line" }],
]);
