import { metresOfWalk } from "#app/domain/walk/walk.ts";
import { type Box, MAP_SIZE, overlap, type Point, rounded } from "./shapes.ts";

/** The walks, in minutes, that have a ring. */
export const RINGS = [5, 10, 15] as const;

const LABEL = { width: 78, height: 28 };
// From the top of a ring down both sides, in degrees.
const ANGLES = [0, -20, 20, -40, 40, -60, 60, -90, 90, -120, 120, -150, 150, 180];

/** The ring of each walk, with its words where no pin covers them, or at its top where pins are everywhere. */
export function drawRings(unitsPerMetre: number, taken: Box[]) {
  return RINGS.map((minutes) => {
    const radius = metresOfWalk(minutes) * unitsPerMetre;
    const spots = ANGLES.map((angle) => pointOnRing(radius, angle));
    const spot =
      spots.find((point) => !taken.some((box) => overlap(box, labelAt(point)))) ??
      pointOnRing(radius, 0);
    return {
      minutes,
      radius: Math.round(radius),
      label: { ...rounded(spot), words: `${minutes} min` },
    };
  });
}

function pointOnRing(radius: number, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return { x: MAP_SIZE / 2 + radius * Math.sin(angle), y: MAP_SIZE / 2 - radius * Math.cos(angle) };
}

function labelAt({ x, y }: Point): Box {
  return { x: x - LABEL.width / 2, y: y - LABEL.height / 2, ...LABEL };
}
