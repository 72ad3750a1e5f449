/** Along two axes, in any unit. */
export type Points = [x: number, y: number][];

/** Of the rectangle around the points; without any, a point at 0, 0. */
export function extentOf(points: Points) {
  const [first = [0, 0]] = points;
  let [west, south, east, north] = [first[0], first[1], first[0], first[1]];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  const middle: [x: number, y: number] = [(west + east) / 2, (south + north) / 2];
  return { size: (east - west) * (north - south), middle };
}
