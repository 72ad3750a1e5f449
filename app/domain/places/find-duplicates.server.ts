import { z } from "zod";
import { Prisma, type PrismaClient, reader } from "#app/db/database.server.ts";
import { campusPosition } from "../site/site.server.ts";
import { foldToName } from "../text/folding.ts";
import type { Position } from "../walk/coordinates.ts";
import { metresBetween } from "../walk/walk.ts";
import type { Address } from "./address.ts";
import { isOnStreetOf, streetWords } from "./same-street.ts";
import { isSimilarTo } from "./similar-names.ts";

/** What is known of a place that may be listed already. Its position may be known exactly, or by its postcode, or not. */
export type PlaceInMind = Address & { name: string; position?: Position | undefined };

export type PossibleDuplicate = Address & { slug: string; name: string };

const NEAR_METRES = 200;
const MOST_NAMESAKES = 8;
// Distances are worked out here and in the database: less than a metre may come from rounding.
const SLACK_METRES = 1;

const nearbyRow = z.object({
  slug: z.string(),
  name: z.string(),
  street: z.string(),
  postcode: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
});

/** At most eight places to ask about, the nearest first: the author decides, since one chain can have two branches. */
export async function findDuplicates(
  database: PrismaClient,
  place: PlaceInMind,
): Promise<PossibleDuplicate[]> {
  const position = place.position ?? (await positionOfPostcode(database, place.postcode));
  const rows = z.array(nearbyRow).parse(await database.$queryRaw(nearbyPlaces(place, position)));
  const isSimilar = isSimilarTo(place.name);
  const isOnStreet = isOnStreetOf(place.street);
  return rows
    .map((row) => ({ ...row, metres: metresFrom(position, row) }))
    .filter((row) => isNear(row, place, isOnStreet) && isSimilar(row.name))
    .sort((one, other) => one.metres - other.metres)
    .slice(0, MOST_NAMESAKES)
    .map(({ slug, name, street, postcode }) => ({ slug, name, street, postcode }));
}

export function findDuplicatesOf(place: PlaceInMind): Promise<PossibleDuplicate[]> {
  return findDuplicates(reader(), place);
}

// What is within 200 m of a place is at most 200 m nearer to the campus or farther, and place_index is in that order.
export function nearbyPlaces(
  { name, street, postcode }: PlaceInMind,
  position: Position | undefined,
): Prisma.Sql {
  const metres = position ? metresBetween(campusPosition(), position) : 0;
  const reach = position ? NEAR_METRES + SLACK_METRES : -1;
  return Prisma.sql`
    SELECT slug, name, street, postcode, place_index.latitude, place_index.longitude
    FROM (
      SELECT id FROM places WHERE postcode = ${postcode}
      UNION SELECT id FROM places WHERE name_key = ${placeNameKey(name)}
      UNION SELECT rowid FROM place_search WHERE place_search MATCH ${onStreet(street)}
      UNION SELECT place_id FROM place_index
        WHERE campus_metres BETWEEN ${metres - reach} AND ${metres + reach}
    ) AS near
    JOIN places ON places.id = near.id
    JOIN place_index ON place_index.place_id = near.id`;
}

/** For SQLite's full-text search. Nothing in a folded word is an operator. */
function onStreet(street: string): string {
  const streets = streetWords(street).map((words) =>
    words.map((word) => `"${word}"`).join(" AND "),
  );
  return `street : (${streets.map((words) => `(${words})`).join(" OR ") || '""'})`;
}

type NearbyRow = z.infer<typeof nearbyRow> & { metres: number };

function isNear(
  row: NearbyRow,
  { postcode, position }: PlaceInMind,
  isOnStreet: (street: string) => boolean,
): boolean {
  if (row.metres <= NEAR_METRES) return true;
  if (postcode !== null && row.postcode === postcode) return true;
  // A position that somebody gave tells the branches of a long street apart. A postcode may be the neighbour's.
  const isSure = position !== undefined && row.metres !== Number.POSITIVE_INFINITY;
  return !isSure && isOnStreet(row.street);
}

function metresFrom(
  position: Position | undefined,
  { latitude, longitude }: z.infer<typeof nearbyRow>,
): number {
  if (!position || latitude === null || longitude === null) return Number.POSITIVE_INFINITY;
  return metresBetween(position, { latitude, longitude });
}

async function positionOfPostcode(
  database: PrismaClient,
  postcode: string | null,
): Promise<Position | undefined> {
  if (postcode === null) return undefined;
  const found = await database.postcode.findUnique({ where: { postcode } });
  return found ? { latitude: found.latitude, longitude: found.longitude } : undefined;
}

const MOST_KEY_CHARACTERS = 400;

/** The form of a place's name by which it is sorted and compared: folded, without a leading "the". */
export function placeNameKey(name: string): string {
  // Folding writes some letters out: one can become eighteen.
  const key = [...foldToName(name)].slice(0, MOST_KEY_CHARACTERS).join("");
  return key || name;
}
