import { useId } from "react";
import { Link } from "react-router";
import type { DrawnMap } from "#app/ui/map/draw-map.ts";
import { MAP_SIZE } from "#app/ui/map/shapes.ts";
import { MapGround } from "./map-ground.tsx";

// A drop that stands on its tip, and an arrow above a circle.
const PIN = "M0 0L-15.7 -16.6A22 22 0 1 1 15.7 -16.6Z";
const EDGE_ARROW = "M0 -31L14 -14H-14Z";

type Props = {
  map: DrawnMap;
  /** What has a pin, and maybe more. The walk is in words: "7 min walk". */
  places: { number: number; name: string; href: string; walk: string }[];
};

/** A map whose numbered pins are links. A list with the same numbers says the same in words. */
export function PlaceMap({ map, places }: Props) {
  const descriptionId = useId();
  const pins = new Map(map.pins.map((pin) => [pin.number, pin]));
  return (
    <figure className="map">
      {/* No <title>: browsers would show it wherever the pointer rests on the map. */}
      {/* biome-ignore lint/a11y/useSemanticElements: no element of HTML groups links in an SVG */}
      <svg
        viewBox={`0 0 ${MAP_SIZE} ${MAP_SIZE}`}
        role="group"
        aria-label="Map"
        aria-describedby={descriptionId}
      >
        <desc id={descriptionId}>{map.description}</desc>
        <MapGround {...map} />
        {places.map((place) => {
          const pin = pins.get(place.number);
          return pin && <MapPin {...place} {...pin} key={place.number} />;
        })}
      </svg>
      {map.notes.length > 0 && (
        <figcaption>
          {map.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </figcaption>
      )}
    </figure>
  );
}

function MapPin({
  number,
  name,
  href,
  walk,
  x,
  y,
  bearing,
}: Props["places"][number] & DrawnMap["pins"][number]) {
  const numberClass = number > 99 ? "long-number" : undefined;
  return (
    <g transform={`translate(${x} ${y})`}>
      <Link className="map-pin" to={href} data-place={number} viewTransition>
        {/* The name of the link, and what browsers show when the pointer rests on it. */}
        <title>{`${number}: ${name}, ${walk}`}</title>
        {bearing === undefined ? (
          <>
            <rect className="map-target" x={-26} y={-61} width={52} height={64} />
            <g className="map-pin-shape">
              <path d={PIN} />
              <text className={numberClass} y={-32}>
                {number}
              </text>
            </g>
          </>
        ) : (
          <g className="map-edge-pin">
            <rect className="map-target" x={-31} y={-31} width={62} height={62} />
            <path d={EDGE_ARROW} transform={`rotate(${bearing})`} />
            <circle r={20.5} />
            <text className={numberClass}>{number}</text>
          </g>
        )}
      </Link>
    </g>
  );
}
