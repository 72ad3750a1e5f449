import type { DrawnMap } from "#app/ui/map/draw-map.ts";
import { MAP_SIZE } from "#app/ui/map/shapes.ts";

/** What a map shows beneath its pins: rings, where walks start, the north, the scale, and lines to pins that had to move. */
export function MapGround({ origin, rings, scaleBar, pins }: DrawnMap) {
  const moved = pins.flatMap(({ x, y, spot }) => (spot ? [{ x, y, spot }] : []));
  return (
    <svg aria-hidden="true">
      {rings.map(({ minutes, radius }) => (
        <circle className="map-ring" cx={origin.x} cy={origin.y} r={radius} key={minutes} />
      ))}
      <path
        className="map-leaders"
        d={moved.map(({ x, y, spot }) => `M${x} ${y}L${spot.x} ${spot.y}`).join("")}
      />
      <path className="map-spots" d={moved.map(({ spot }) => `M${spot.x} ${spot.y}h0`).join("")} />
      {rings.map(({ minutes, label }) => (
        <text className="map-ring-words" x={label.x} y={label.y} key={minutes}>
          {label.words}
        </text>
      ))}
      <circle className="map-origin" cx={origin.x} cy={origin.y} r={11} />
      <text className="map-origin-words" x={origin.x} y={origin.y + 27}>
        {origin.name}
      </text>
      <g className="map-north" transform="translate(26 14)">
        <path d="M0 0L9 24L0 18L-9 24Z" />
        <text y={40}>N</text>
      </g>
      <g className="map-scale" transform={`translate(18 ${MAP_SIZE - 20})`}>
        <path d={`M0 -8V0H${scaleBar.length}V-8`} />
        <text x={scaleBar.length / 2} y={-20}>
          {scaleBar.words}
        </text>
      </g>
    </svg>
  );
}
