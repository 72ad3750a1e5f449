import { z } from "zod";
import { importedFacts } from "../../app/domain/places/imported-facts.ts";
import { placeFields } from "../../app/domain/places/place-fields.ts";
import { postcodeSchema } from "../../app/domain/places/postcode.ts";
import type { OsmElement } from "./osm-elements.ts";
import { weekOf } from "./osm-hours.ts";
import { cuisinesOf, dietsOf, featuresOf, isEatingPlace, type Tags } from "./osm-tags.ts";
import { readDay } from "./read-day.ts";

export const osmPlace = z.object({
  id: z.string(),
  /** Which entry of the file it is. */
  number: z.number(),
  /** Without a postcode that of its neighbours counts. */
  facts: importedFacts.extend({ postcode: z.string().nullable() }),
});

export type OsmPlace = z.infer<typeof osmPlace>;

type ReadPlace = { place: OsmPlace; leftOut: string | undefined } | { problem: string } | undefined;

/** The place of an element, what is wrong with it, or nothing where it is no eating place. */
export function placeOfElement(
  { id, tags, position, changedOn }: OsmElement,
  number: number,
): ReadPlace {
  if (!isEatingPlace(tags)) return undefined;
  const name = placeFields.name.safeParse(tags.get("name") ?? "");
  if (!name.success) return { problem: problemOf(tags.get("name"), "name") };
  const called = `“${name.data}”`;
  if (id === undefined) return { problem: `${called} has no number of OpenStreetMap’s` };
  if (!position) return { problem: `${called} has no position (ask Overpass for “out center”)` };
  const street = placeFields.street.safeParse(streetOf(tags));
  if (!street.success) return { problem: `${called} has no street` };
  const postcode = postcodeSchema.safeParse(tags.get("addr:postcode") ?? "");
  const written = tags.get("opening_hours");
  const hours = written === undefined ? undefined : weekOf(written);
  return {
    place: {
      id,
      number,
      facts: {
        name: name.data,
        street: street.data,
        postcode: postcode.success ? postcode.data : null,
        ...position,
        website: websiteOf(tags),
        cuisines: cuisinesOf(tags),
        diets: dietsOf(tags),
        features: featuresOf(tags),
        hours: hours ?? null,
        checkedOn: checkedOn(tags) ?? changedOn,
      },
    },
    leftOut:
      written !== undefined && !hours
        ? `${called} is open “${written.slice(0, 100)}”, which the site’s week cannot say: its hours are left out`
        : undefined,
  };
}

function problemOf(written: string | undefined, what: string): string {
  return written === undefined
    ? `it has no ${what}`
    : `its ${what} “${written.slice(0, 40)}” cannot be used`;
}

function streetOf(tags: Tags): string {
  const number = tags.get("addr:housenumber") ?? tags.get("addr:housename") ?? "";
  const street = tags.get("addr:street") ?? tags.get("addr:place") ?? "";
  return street === "" ? (tags.get("addr:full") ?? "") : `${number} ${street}`;
}

function websiteOf(tags: Tags): string | null {
  for (const key of ["contact:website", "website", "url"]) {
    const read = placeFields.website.safeParse(tags.get(key) ?? "");
    if (read.success && read.data !== undefined) return read.data;
  }
  return null;
}

/** The ISO date on which somebody last looked, where the map says so. */
function checkedOn(tags: Tags): string | undefined {
  const days = ["check_date:opening_hours", "check_date", "survey:date"].flatMap(
    (key) => readDay(tags.get(key) ?? "") ?? [],
  );
  return days.sort().at(-1);
}
