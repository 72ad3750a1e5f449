import { join } from "node:path";
import type { PrismaClient } from "../app/db/generated/client.ts";
import type { Position } from "../app/domain/walk/coordinates.ts";
import {
  addMissingPostcodes,
  type PostcodePosition,
} from "../app/domain/walk/postcode-table.server.ts";
import { metresBetween } from "../app/domain/walk/walk.ts";
import { openInput } from "../scripts/import/input.ts";
import { readPostcodes } from "../scripts/import/read-postcodes.ts";

// Made by scripts/compact-postcodes.ts; docs/open-data.md says from what.
const FILE = join(import.meta.dirname, "postcodes/first-campus.csv");

const FAR_METRES = 10_000;

/** Adds the postcodes around the first campus, unless this one is elsewhere. @returns how many were added */
export async function seedPostcodesAround(
  database: PrismaClient,
  campus: Position,
): Promise<number> {
  const postcodes: PostcodePosition[] = [];
  for await (const row of readPostcodes(openInput(FILE).text)) {
    if ("value" in row) postcodes.push(row.value);
  }
  const isNear = postcodes.some((one) => metresBetween(one, campus) < FAR_METRES);
  return isNear ? addMissingPostcodes(database, postcodes) : 0;
}
