import { createHash } from "node:crypto";
import { z } from "zod";
import { cuisineSlug, newCuisineSchema } from "../../app/domain/cuisines/cuisine-name.ts";
import { DIETS, FEATURES, PORTIONS } from "../../app/domain/places/diets-and-features.ts";
import { placeNameKey } from "../../app/domain/places/find-duplicates.server.ts";
import { importedFacts } from "../../app/domain/places/imported-facts.ts";
import { MOST_CUISINES, placeFields } from "../../app/domain/places/place-fields.ts";
import { postcodeSchema } from "../../app/domain/places/postcode.ts";
import { foldToKey } from "../../app/domain/text/folding.ts";
import { weekOf } from "./osm-hours.ts";
import { LIST_SEPARATOR, type TableRow } from "./read-table.ts";

const DIET_COLUMNS = DIETS.map(({ diet }) => diet);
const FEATURE_COLUMNS = FEATURES.map(({ feature }) => feature);

export const PLACE_COLUMNS: readonly string[] = [
  "id",
  "name",
  "street",
  "postcode",
  "latitude",
  "longitude",
  "cuisines",
  "price",
  "website",
  "hours",
  ...DIET_COLUMNS,
  ...FEATURE_COLUMNS,
];

export const listedPlace = z.object({ id: z.string(), facts: importedFacts });

export type ListedPlace = z.infer<typeof listedPlace>;

type Fields = TableRow["fields"];

/** The place of a row, by the rules of the form that recommends one, or what to change in it. */
export function placeOfRow({ fields }: TableRow): { value: ListedPlace } | { problem: string } {
  const problems: string[] = [];
  const read = <Value>(column: string, schema: z.ZodType<Value>): Value | undefined => {
    const { data, error } = schema.safeParse(fields.get(column) ?? "");
    if (error) problems.push(`${column}: ${error.issues[0]?.message ?? "it cannot be read"}`);
    return data;
  };
  const facts = {
    name: read("name", placeFields.name) ?? "",
    street: read("street", placeFields.street) ?? "",
    postcode: read("postcode", postcodeSchema) ?? "",
    latitude: read("latitude", degrees(90)) ?? null,
    longitude: read("longitude", degrees(180)) ?? null,
    website: read("website", placeFields.website) ?? null,
    cuisines: read("cuisines", cuisines) ?? [],
    priceBand: read("price", price) ?? null,
    hours: read("hours", hours) ?? null,
    diets: readEach(DIET_COLUMNS, (diet) => read(diet, portion)),
    features: readEach(FEATURE_COLUMNS, (feature) => read(feature, yesOrNo)),
  };
  if ((facts.latitude === null) !== (facts.longitude === null)) {
    problems.push("latitude and longitude: give both, or neither");
  }
  const [problem] = problems;
  return problem === undefined ? { value: { id: idOf(fields, facts), facts } } : { problem };
}

/** The row's own, or made from what the place is called and where it is. */
function idOf(fields: Fields, { name, postcode }: { name: string; postcode: string }): string {
  const id = (fields.get("id") ?? "").trim();
  const written = id === "" ? `${placeNameKey(name)} ${foldToKey(postcode)}` : id;
  const hash = createHash("sha256").update(written).digest("hex");
  return id !== "" && id.length <= 40 ? id : hash.slice(0, 32);
}

function readEach<Column extends string, Value>(
  columns: readonly Column[],
  read: (column: Column) => Value | undefined,
): Partial<Record<Column, Value>> {
  const said = columns.flatMap((column): [Column, Value][] => {
    const value = read(column);
    return value === undefined ? [] : [[column, value]];
  });
  const found: Partial<Record<Column, Value>> = {};
  for (const [column, value] of said) found[column] = value;
  return found;
}

const degrees = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^(-?\d{1,3}(\.\d{1,20})?)?$/, "write degrees, like 52.25")
    .transform((text) => (text === "" ? undefined : Number(Number(text).toFixed(6))))
    .refine((value) => value === undefined || Math.abs(value) <= most, "there is no such degree");

const cuisines = z
  .string()
  .transform((text): (string | undefined)[] =>
    text.split(LIST_SEPARATOR).map((name) => name.trim()),
  )
  .pipe(z.array(newCuisineSchema))
  .transform((names) => {
    const named = names.filter((name) => name !== undefined);
    const bySlug = new Map(named.map((name) => [cuisineSlug(name), name]));
    return [...bySlug].map(([slug, name]) => ({ slug, name })).sort(bySlugs);
  })
  .refine((list) => list.length <= MOST_CUISINES, `name up to ${MOST_CUISINES}`);

function bySlugs(one: { slug: string }, other: { slug: string }): number {
  return one.slug < other.slug ? -1 : 1;
}

const price = z
  .string()
  .trim()
  .regex(/^[1-4]?$/, "write 1 (under £8), 2 (to £15), 3 (to £25), 4, or nothing")
  .transform((text) => (text === "" ? undefined : Number(text)));

const hours = z
  .string()
  .trim()
  .transform((text) => (text === "" ? undefined : (weekOf(text) ?? "unreadable")))
  .refine((week) => week !== "unreadable", "write them like Mo-Fr 08:00-17:00; Sa 09:00-14:00")
  .transform((week) => (week === "unreadable" ? undefined : week));

const portion = z
  .enum(["", ...PORTIONS.map((one) => one.portion)], "write none, some, all, or nothing")
  .transform((text) => (text === "" ? undefined : text));

const yesOrNo = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.enum(["", "yes", "no", "true", "false"], "write yes, no, or nothing"))
  .transform((text) => (text === "" ? undefined : text === "yes" || text === "true"));
