import { parseArgs } from "node:util";
import type { Position } from "../../app/domain/walk/coordinates.ts";
import { readCoordinates } from "../../app/domain/walk/coordinates.ts";
import { metresBetween } from "../../app/domain/walk/walk.ts";
import { ImportError } from "./import-error.ts";

/**
 * `reaches` is true of what lies within the circle that the operator asked for, and of everything where they did not. What
 * has no position is in no circle.
 */
export type Options = {
  isDryRun: boolean;
  reaches: (position: Position | undefined) => boolean;
  /** Where the circle lies, or the campus, and how far it reaches, where the operator said so. */
  centre: Position;
  metres: number | undefined;
  attribution: string | undefined;
};

const DISTANCE = /^(\d{1,4}(?:\.\d{1,3})?)\s?(km|m)$/;

/** @param campus where the circle lies when only its size is given */
export function readOptions(
  args: string[],
  campus: Position,
): { words: string[]; options: Options } {
  const { values, positionals } = parse(args);
  const { near, within, attribution, "dry-run": isDryRun } = values;
  if (near !== undefined && within === undefined) {
    throw new ImportError("Say how far around it, as in --within 5km.");
  }
  const metres = within === undefined ? undefined : readDistance(within);
  const centre = near === undefined ? campus : readCoordinates(near);
  if (!centre) {
    throw new ImportError(`Write a position like --near ${campus.latitude},${campus.longitude}.`);
  }
  const reaches = (position: Position | undefined) =>
    metres === undefined || (position !== undefined && metresBetween(position, centre) <= metres);
  return { words: positionals, options: { isDryRun, reaches, centre, metres, attribution } };
}

function readDistance(within: string): number {
  const [, size = "", unit = ""] = DISTANCE.exec(within) ?? [];
  const metres = Number(size) * (unit === "km" ? 1000 : 1);
  if (!(metres > 0)) throw new ImportError("Write a distance like --within 5km.");
  return metres;
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        near: { type: "string" },
        within: { type: "string" },
        attribution: { type: "string" },
        "dry-run": { type: "boolean", default: false },
      },
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ImportError(error.message);
  }
}
