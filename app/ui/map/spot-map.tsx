import { type drawSpot, SPOT_MAP } from "./draw-spot.ts";

export type DrawnSpot = ReturnType<typeof drawSpot>;

/** A picture of what stands beside it in words: where a place is. */
export function SpotMap({ map: { spot, campus, rings, ground } }: { map: DrawnSpot }) {
  return (
    <figure className="spot-map">
      <svg
        viewBox={`0 0 ${SPOT_MAP.width} ${SPOT_MAP.height}`}
        width={SPOT_MAP.width}
        height={SPOT_MAP.height}
        fill="none"
        aria-hidden="true"
      >
        {ground?.layers.map(({ layer, path }) => (
          <g transform={ground.transform} key={layer}>
            <path className={`map-${layer}`} d={path} fillRule="evenodd" />
            {layer === "roads" && <path className="map-carriageways" d={path} />}
          </g>
        ))}
        {rings.map(({ minutes, x, y, radius, label }) => (
          <g key={minutes}>
            <circle className="map-ring" cx={x} cy={y} r={radius} stroke="currentColor" />
            {label && (
              <text x={label.x} y={label.y} fill="currentColor" textAnchor="middle">
                {`${minutes} min`}
              </text>
            )}
          </g>
        ))}
        {campus && (
          <>
            <circle className="spot-campus" cx={campus.x} cy={campus.y} r={6} />
            <text x={campus.x} y={campus.y + 19} fill="currentColor" textAnchor="middle">
              Campus
            </text>
          </>
        )}
        <circle className="spot" cx={spot.x} cy={spot.y} r={9} fill="currentColor" />
      </svg>
      {ground && <figcaption className="map-attribution">Streets: {ground.attribution}</figcaption>}
    </figure>
  );
}
