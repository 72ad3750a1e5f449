import { Link } from "react-router";
import type { DrawnMap } from "#app/domain/map/draw-map.ts";
import { countOf } from "#app/domain/text/counting.ts";

const SIZE = 600;
const CENTRE = SIZE / 2;
const PIN_RADIUS = 22;

type Props = { map: DrawnMap /** What the rings are around, such as "Campus". */; origin: string };

/** Places around where walks start, drawn by the server. Its numbers are those of the list, which says the same in words. */
export function PlaceMap({ map, origin }: Props) {
  const { rings, pins, scaleBar, unknown } = map;
  return (
    <figure className="map">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a picture */}
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} role="group" aria-labelledby="map-title map-description">
        <title id="map-title">Map of these places</title>
        <desc id="map-description">
          {`${countOf(pins.length, "place")} around ${origin.toLowerCase()}, with rings at walks of 5, 10 and 15 minutes. North is up. The list has the same places in words.`}
        </desc>
        {rings.map(({ minutes, radius }) => (
          <g key={minutes}>
            <circle className="map-ring" cx={CENTRE} cy={CENTRE} r={radius} />
            <text className="map-label" x={CENTRE} y={CENTRE - radius + 6}>
              {minutes} min
            </text>
          </g>
        ))}
        <g>
          <circle className="map-origin" cx={CENTRE} cy={CENTRE} r="10" />
          <text className="map-label map-origin-label" x={CENTRE} y={CENTRE + 34}>
            {origin}
          </text>
          <path className="map-north" d="M570 20l10 26-10-6-10 6z" />
          <text className="map-label" x="570" y="66">
            N
          </text>
          <path className="map-scale" d={`M20 572v8h${scaleBar.width}v-8`} />
          <text className="map-label map-scale-label" x="20" y="562">
            {scaleBar.metres} m
          </text>
        </g>
        {pins.map(({ number, name, href, walk, spot, pin, isBeyond }) => (
          <Link
            className={isBeyond ? "map-pin map-pin-beyond" : "map-pin"}
            to={href}
            aria-label={`${number}: ${name}, ${walk}`}
            data-place={number}
            key={number}
          >
            <path d={tail(pin, spot)} />
            <circle cx={pin.x} cy={pin.y} r={PIN_RADIUS} />
            <text x={pin.x} y={pin.y + 8}>
              {number}
            </text>
          </Link>
        ))}
      </svg>
      {unknown > 0 && (
        <figcaption>
          {unknown === 1 ? "1 place is" : `${unknown} places are`} not on the map: nobody has said where.
        </figcaption>
      )}
    </figure>
  );
}

type Point = { x: number; y: number };

/** The outline of a pin's tail, from both sides of its head to the spot. */
function tail(head: Point, spot: Point): string {
  const distance = Math.hypot(spot.x - head.x, spot.y - head.y) || 1;
  const width = PIN_RADIUS * Math.min(0.85, 30 / distance);
  const across = { x: ((spot.y - head.y) / distance) * width, y: ((head.x - spot.x) / distance) * width };
  const points = [
    [head.x + across.x, head.y + across.y],
    [spot.x, spot.y],
    [head.x - across.x, head.y - across.y],
  ];
  return `M${points.map((point) => point.map(Math.round).join(" ")).join("L")}z`;
}
