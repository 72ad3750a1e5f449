import { z } from "zod";
import { Prisma, type PrismaClient, reader } from "#app/db/database.server.ts";
import type { Position } from "./coordinates.ts";

export type PostcodePosition = Position & { postcode: string };

type SavedPostcodes = { added: number; changed: number; same: number };

const counted = z.tuple([
  z.object({ added: z.coerce.number(), changed: z.coerce.number(), same: z.coerce.number() }),
]);

/** Of a postcode that is there already the position is replaced, and with it that of the places that have no exact one. */
export async function savePostcodes(
  database: PrismaClient,
  postcodes: PostcodePosition[],
): Promise<SavedPostcodes> {
  const given = givenPostcodes(postcodes);
  const [counts] = await database.$transaction([
    database.$queryRaw(comparePostcodes(given)),
    database.$executeRaw`
      INSERT INTO postcodes (postcode, latitude, longitude)
      SELECT postcode, latitude, longitude FROM (${given}) WHERE TRUE
      ON CONFLICT (postcode) DO UPDATE SET latitude = excluded.latitude, longitude = excluded.longitude
      WHERE postcodes.latitude <> excluded.latitude OR postcodes.longitude <> excluded.longitude`,
  ]);
  return counted.parse(counts)[0];
}

/** What saving them would do. */
export async function compareWithPostcodes(
  database: PrismaClient,
  postcodes: PostcodePosition[],
): Promise<SavedPostcodes> {
  return counted.parse(await database.$queryRaw(comparePostcodes(givenPostcodes(postcodes))))[0];
}

function givenPostcodes(postcodes: PostcodePosition[]): Prisma.Sql {
  const rows = postcodes.map(({ postcode, latitude, longitude }) => [
    postcode,
    latitude,
    longitude,
  ]);
  return Prisma.sql`
    SELECT value ->> 0 AS postcode, value ->> 1 AS latitude, value ->> 2 AS longitude
    FROM json_each(${JSON.stringify(rows)})`;
}

function comparePostcodes(given: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT
      COUNT(*) FILTER (WHERE postcodes.postcode IS NULL) AS added,
      COUNT(*) FILTER (WHERE postcodes.latitude <> given.latitude OR postcodes.longitude <> given.longitude) AS changed,
      COUNT(*) FILTER (WHERE postcodes.latitude = given.latitude AND postcodes.longitude = given.longitude) AS same
    FROM (${given}) AS given LEFT JOIN postcodes ON postcodes.postcode = given.postcode`;
}

export async function isKnownPostcode(
  postcode: string | null,
  database = reader(),
): Promise<boolean> {
  if (postcode === null) return false;
  return (await database.postcode.count({ where: { postcode } })) > 0;
}

/** Of how many shown places it is known where they are. */
export async function countPositions(database: PrismaClient): Promise<number> {
  const rows = await database.$queryRaw`
    SELECT COUNT(*) AS count FROM place_index WHERE latitude IS NOT NULL`;
  return z.tuple([z.object({ count: z.coerce.number() })]).parse(rows)[0].count;
}

/** Those that are there already keep their position. @returns how many were added */
export function addMissingPostcodes(
  database: PrismaClient,
  postcodes: PostcodePosition[],
): Promise<number> {
  return database.$executeRaw`
    INSERT OR IGNORE INTO postcodes (postcode, latitude, longitude)
    SELECT postcode, latitude, longitude FROM (${givenPostcodes(postcodes)})`;
}
