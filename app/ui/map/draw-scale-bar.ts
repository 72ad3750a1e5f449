const LENGTHS = [500, 250, 200] as const;
const MOST_UNITS = 140;

/** The scale's length in units and in words: the longest round number of metres that fits. */
export function drawScaleBar(unitsPerMetre: number): { length: number; words: string } {
  const metres = LENGTHS.find((length) => length * unitsPerMetre <= MOST_UNITS) ?? LENGTHS[2];
  return { length: Math.round(metres * unitsPerMetre), words: `${metres} m` };
}
