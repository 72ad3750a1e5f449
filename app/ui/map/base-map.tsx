import { paths } from "#app/paths.ts";
import { BASE_MAP_LAYERS } from "./draw-base-map.ts";

/** The shapes are a file that browsers keep; their colours are this page's, so that they follow its theme. */
export function BaseMap({ file, transform }: { file: string; transform: string }) {
  const address = paths.baseMap(file);
  return (
    <svg aria-hidden="true">
      {BASE_MAP_LAYERS.map((layer) => (
        <use
          className={`map-${layer}`}
          href={`${address}#${layer}`}
          transform={transform}
          fill="none"
          key={layer}
        />
      ))}
      <use
        className="map-carriageways"
        href={`${address}#roads`}
        transform={transform}
        fill="none"
      />
    </svg>
  );
}
