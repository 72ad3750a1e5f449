import type { DrawnMap } from "./draw-map.ts";
import { MAP_SIZE } from "./map-geometry.ts";

/** What the marks stand on: rings, names, the scale. */
export function MapGround({ origin, rings, labels, scaleBar }: DrawnMap) {
  return (
    <svg aria-hidden="true">
      {rings.map(({ minutes, radius }) => (
        <circle
          className="map-ring"
          cx={origin.x}
          cy={origin.y}
          r={radius}
          fill="none"
          stroke="currentColor"
          key={minutes}
        />
      ))}
      {labels.map(({ kind, words, x, y, anchor, dot, only }) => (
        <g
          className={`map-${kind}-words${only ? ` map-${only}` : ""}`}
          display={only === "narrow" ? "none" : undefined}
          key={`${kind} ${words} ${x} ${y} ${only}`}
        >
          {dot && <circle cx={dot.x} cy={dot.y} r={5} />}
          {words !== "" && (
            <text className={anchor === "middle" ? undefined : `anchored-${anchor}`} x={x} y={y}>
              {words}
            </text>
          )}
        </g>
      ))}
      <g transform={`translate(${origin.x} ${origin.y})`}>
        <circle className="map-origin-dot map-mark-size" r={8} />
      </g>
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
