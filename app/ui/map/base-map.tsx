import { paths } from "#app/paths.ts";
import { BASE_MAP_LAYERS } from "./draw-base-map.ts";
import type { PlacedBaseMap } from "./place-base-map.ts";

/** The shapes are a file that browsers keep; their colours are this page's, so that they follow its theme. */
export function BaseMap({ base }: { base: PlacedBaseMap }) {
  const { transform, labels } = base;
  const file = paths.baseMap(base.file);
  return (
    <svg aria-hidden="true">
      {BASE_MAP_LAYERS.map((layer) => (
        <use
          className={`map-${layer}`}
          href={`${file}#${layer}`}
          transform={transform}
          fill="none"
          key={layer}
        />
      ))}
      <use className="map-carriageways" href={`${file}#roads`} transform={transform} fill="none" />
      {labels.map(({ kind, name, x, y, anchor, dot }) => (
        <g className={`map-${kind}`} key={`${kind} ${name} ${x} ${y}`}>
          {dot && <circle cx={dot.x} cy={dot.y} r={5} />}
          {name !== "" && (
            <text className={`anchored-${anchor}`} x={x} y={y}>
              {name}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
