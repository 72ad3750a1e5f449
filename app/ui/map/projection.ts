import type { Position } from "#app/domain/walk/coordinates.ts";

const METRES_PER_DEGREE = (6_371_008.8 * Math.PI) / 180;

/**
 * Metres to the east and to the north of an origin: the equirectangular projection with the origin's parallel as its
 * standard parallel, which is true to a thousandth as far as anybody walks.
 */
export function metresFrom(origin: Position, position: Position): { east: number; north: number } {
  const turn = position.longitude - origin.longitude;
  // The shorter way round the Earth.
  const degreesEast = turn - 360 * Math.round(turn / 360);
  return {
    east: degreesEast * METRES_PER_DEGREE * Math.cos((origin.latitude * Math.PI) / 180),
    north: (position.latitude - origin.latitude) * METRES_PER_DEGREE,
  };
}
