import type { Position } from "#app/domain/walk/coordinates.ts";

/** A walk of more minutes than this leads off the map. */
export const FURTHEST_WALK = 30;

/** A place for the map. */
export type MapPlace = {
  /** Its number in the list. */
  number: number;
  /** Undefined where nobody knows it. */
  position: Position | undefined;
};
