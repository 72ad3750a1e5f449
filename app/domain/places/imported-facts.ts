import { z } from "zod";
import { keptFactsSchema } from "./place-facts-schema.ts";

/** The registers that places come from; `places` is a list of the operator's own. */
export const IMPORT_SOURCES = ["fhrs", "osm", "places"] as const;

export type ImportSource = (typeof IMPORT_SOURCES)[number];

const { name, street, latitude, longitude } = keptFactsSchema.shape;
const { website, priceBand, diets, features, hours } = keptFactsSchema.shape;

const where = z.object({ name, street, postcode: z.string(), latitude, longitude });

const rest = z
  .object({
    website,
    priceBand,
    /** Null once moderators renamed or removed one: they are not the register's any more. */
    cuisines: keptFactsSchema.shape.cuisines.nullable(),
    diets,
    features,
    hours,
    /** The ISO date on which somebody last looked at what the register says. */
    checkedOn: z.string().nullable(),
  })
  .partial();

/** What a register says of a place. */
export const importedFacts = where.extend(rest.shape);

export type ImportedFacts = z.infer<typeof importedFacts>;

/** What a page has from a register, kept to tell later what members changed since. What it had from elsewhere is left out. */
export const takenFacts = where.partial().extend(rest.shape);

export type TakenFacts = z.infer<typeof takenFacts>;

export type ImportedPlace = {
  source: ImportSource;
  /** The register's number of it. */
  sourceId: string;
  /** The part of the register that it is in: a file of another part says nothing of it. */
  area: string;
  facts: ImportedFacts;
  /** The ISO date of which the register's facts are, where it says so. */
  asOf: string | null;
};
