import { z } from "zod";
import { type PrismaClient, reader } from "#app/db/database.server.ts";
import type { Position } from "./coordinates.ts";
import { metresBetween } from "./walk.ts";

/** A position further than this from every postcode is at none of them. */
const NEAR_METRES = 100;

const BATCH = 5000;
/** Cells per degree of latitude: one is more than NEAR_METRES high, and in Britain as wide. */
const CELLS = { latitude: 900, longitude: 500 };

const batch = z.array(
  z.object({ postcode: z.string(), latitude: z.number(), longitude: z.number() }),
);

/** The postcode nearest to each position within 100 m, in one walk through all postcodes. */
export async function nearestPostcodes(
  database: PrismaClient,
  positions: Position[],
): Promise<(string | undefined)[]> {
  const cells = new Map<string, number[]>();
  positions.forEach((position, index) => {
    for (const cell of cellsAround(position)) {
      cells.set(cell, [...(cells.get(cell) ?? []), index]);
    }
  });
  const nearest = positions.map(() => ({ metres: NEAR_METRES, postcode: "" }));
  for (let last = ""; positions.length > 0; ) {
    const rows = batch.parse(
      await database.$queryRaw`
        SELECT postcode, latitude, longitude FROM postcodes WHERE postcode > ${last}
        ORDER BY postcode LIMIT ${BATCH}`,
    );
    for (const row of rows) {
      for (const index of cells.get(cellOf(row)) ?? []) {
        const position = positions[index];
        const metres = position ? metresBetween(position, row) : Number.POSITIVE_INFINITY;
        if (metres <= (nearest[index]?.metres ?? 0))
          nearest[index] = { metres, postcode: row.postcode };
      }
    }
    last = rows.at(-1)?.postcode ?? "";
    if (rows.length < BATCH) break;
  }
  return nearest.map(({ postcode }) => postcode || undefined);
}

/** The one that is nearest to a position, within a kilometre or so. */
export async function nearestPostcode({
  latitude,
  longitude,
}: Position): Promise<string | undefined> {
  const degrees = 0.01;
  const rows = await reader().$queryRaw`
    SELECT postcode FROM postcodes
    WHERE latitude BETWEEN ${latitude - degrees} AND ${latitude + degrees}
      AND longitude BETWEEN ${longitude - 2 * degrees} AND ${longitude + 2 * degrees}
    ORDER BY pow(latitude - ${latitude}, 2) + pow((longitude - ${longitude}) * ${Math.cos((latitude * Math.PI) / 180)}, 2)
    LIMIT 1`;
  return z.array(z.object({ postcode: z.string() })).parse(rows)[0]?.postcode;
}

function cellOf({ latitude, longitude }: Position): string {
  return `${Math.floor(latitude * CELLS.latitude)} ${Math.floor(longitude * CELLS.longitude)}`;
}

function cellsAround({ latitude, longitude }: Position): string[] {
  const steps = [-1, 0, 1];
  return steps.flatMap((north) =>
    steps.map((east) =>
      cellOf({
        latitude: latitude + north / CELLS.latitude,
        longitude: longitude + east / CELLS.longitude,
      }),
    ),
  );
}
