import { z } from "zod";
import { placeFields } from "../../app/domain/places/place-fields.ts";
import { postcodeSchema } from "../../app/domain/places/postcode.ts";
import { foldToKey } from "../../app/domain/text/folding.ts";
import type { FhrsRecord } from "./fhrs-records.ts";
import { inOrdinaryCapitals, withoutEntities } from "./ordinary-text.ts";

/** The register's types of business where the public eats or drinks: restaurants and cafes, pubs, takeaways. */
const PUBLIC_TYPES = ["1", "7843", "7844"];

/** Canteens have the type of restaurants. */
const NOT_PUBLIC = /\b(staff|employees?|members only)\b/i;

export const fhrsPlace = z.object({
  id: z.string(),
  area: z.string(),
  name: z.string(),
  street: z.string(),
  postcode: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
});

export type FhrsPlace = z.infer<typeof fhrsPlace>;

/** The place of a record, what is wrong with it, or nothing where the public does not eat there. */
export function placeOfRecord(record: FhrsRecord): FhrsPlace | { problem: string } | undefined {
  if (!PUBLIC_TYPES.includes(record.BusinessTypeID) || NOT_PUBLIC.test(record.BusinessName)) {
    return undefined;
  }
  if (!/^\d{1,12}$/.test(record.FHRSID)) return { problem: "it has no number of the register's" };
  const written = nameOf(record.BusinessName);
  const street = placeFields.street.safeParse(streetOf(record, written).slice(0, 120));
  const postcode = postcodeSchema.safeParse(record.PostCode);
  const name = placeFields.name.safeParse(written.slice(0, 80));
  if (!name.success) return { problem: "it has no name" };
  if (!postcode.success) {
    return { problem: `“${name.data}” has no full postcode (“${record.PostCode.slice(0, 20)}”)` };
  }
  if (!street.success) return { problem: `“${name.data}” has no street` };
  return {
    id: record.FHRSID,
    area: record.LocalAuthorityCode.slice(0, 40),
    name: name.data,
    street: street.data,
    postcode: postcode.data,
    ...positionOf(record),
  };
}

function nameOf(written: string): string {
  const plain = withoutEntities(written).replaceAll(/\s+/g, " ").trim();
  const trading = /\b(?:t\/a|trading as)\s+(.+)$/i.exec(plain)?.[1] ?? plain;
  return inOrdinaryCapitals(trading.replace(/[\s,]+(ltd|limited|plc)\.?$/i, "") || trading);
}

function positionOf({ latitude, longitude }: FhrsRecord) {
  const nowhere = { latitude: null, longitude: null };
  if (latitude === null || longitude === null || (latitude === 0 && longitude === 0))
    return nowhere;
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return nowhere;
  return { latitude: Number(latitude.toFixed(6)), longitude: Number(longitude.toFixed(6)) };
}

const STREET =
  /\d|\b(road|rd|street|st|lane|avenue|ave|way|row|place|square|mews|market|parade|terrace|gardens?|grove|hill|walk|yard|court|close|crescent|drive|green|park|arcade|station|wharf|quay|bridge|gate|passage|broadway)\b/i;

const FLOORS =
  /^(?=.*\b(?:floors?|basement|level)\b)(?:(?:basement|lower|upper|ground|first|second|third|fourth|front|rear|part|mezzanine|and|to|floors?|level|\d+(?:st|nd|rd|th)?|[&,.-])\s*)+$/i;

/** The lines of an address that say where in the town it is, without the name, the town, and what is said twice. */
function streetOf(record: FhrsRecord, name: string): string {
  const { AddressLine1, AddressLine2, AddressLine3, AddressLine4, LocalAuthorityName } = record;
  const left = [name, LocalAuthorityName, "London", "Greater London", "Street Record"];
  const said = new Set([...left, record.BusinessName, record.PostCode].map(foldToKey));
  const lines = [AddressLine1, AddressLine2, AddressLine3, AddressLine4]
    .map((line) =>
      withoutEntities(line)
        .replace(/[\s,]+$/, "")
        .replaceAll(/\s+/g, " ")
        .trim(),
    )
    .filter((line) => {
      const key = foldToKey(line);
      if (key === "" || said.has(key) || FLOORS.test(line)) return false;
      said.add(key);
      return true;
    });
  const last = lines.findLastIndex((line) => STREET.test(line));
  return lines
    .slice(0, last < 0 ? lines.length : last + 1)
    .map(inOrdinaryCapitals)
    .join(", ")
    .replace(/^(\d+[A-Za-z]?(?:\s?[-–]\s?\d+[A-Za-z]?)?), /, "$1 ");
}
