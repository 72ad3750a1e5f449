import type { BaseMap } from "#app/domain/walk/base-map.server.ts";
import type { Position } from "#app/domain/walk/coordinates.ts";
import { metresEastAndNorth } from "#app/domain/walk/walk.ts";
import { DRAWING } from "./draw-base-map.ts";
import { type DrawnMap, FURNITURE, labelAt } from "./draw-map.ts";
import { edgePinBox, MAP_SIZE, pinBox } from "./draw-pins.ts";
import { placeLabels } from "./place-labels.ts";

export type PlacedBaseMap = ReturnType<typeof placeBaseMap>;

/** Its shapes are in metres from its own middle: moved and scaled, they lie under the pins. */
export function placeBaseMap(
  { hash, middle, labels, attribution }: BaseMap,
  origin: Position,
  { unitsPerMetre, pins, rings }: DrawnMap,
) {
  const { east, north } = metresEastAndNorth(origin, middle);
  const [x, y] = [MAP_SIZE / 2 + east * unitsPerMetre, MAP_SIZE / 2 - north * unitsPerMetre];
  const taken = [
    ...FURNITURE,
    ...pins.map((pin) => (pin.bearing === undefined ? pinBox(pin) : edgePinBox(pin))),
    ...rings.map(({ label }) => labelAt(label)),
  ];
  const spots = labels.map((label) => ({
    kind: label.kind,
    name: label.name,
    x: x + label.east * unitsPerMetre,
    y: y + label.south * unitsPerMetre,
  }));
  return {
    file: `${DRAWING}-${hash}`,
    attribution,
    transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${unitsPerMetre.toFixed(4)})`,
    labels: placeLabels(spots, taken),
  };
}
