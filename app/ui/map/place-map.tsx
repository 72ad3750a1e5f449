import { useEffect, useId } from "react";
import { Link } from "react-router";
import type { DrawnMap } from "./draw-map.ts";
import { MAP_SIZE } from "./draw-pins.ts";

// A drop standing on its tip, and an arrow above a circle.
const PIN = "M0 0L-15.7 -16.6A22 22 0 1 1 15.7 -16.6Z";
const EDGE_ARROW = "M0 -31L14 -14H-14Z";

type Props = {
  map: DrawnMap;
  /** May include places without a pin. The walk is in words: "7 min walk". */
  places: { number: number; name: string; href: string; walk: string }[];
  /** What is drawn under the pins, and whose data it is. */
  ground?: React.ReactNode;
  attribution?: string | undefined;
};

export function PlaceMap({ map, places, ground, attribution }: Props) {
  const descriptionId = useId();
  const pins = new Map(map.pins.map((pin) => [pin.number, pin]));
  return (
    <figure className="map">
      {/* biome-ignore lint/a11y/useSemanticElements: HTML has no element that groups links in an SVG */}
      <svg
        viewBox={`0 0 ${MAP_SIZE} ${MAP_SIZE}`}
        width={MAP_SIZE}
        height={MAP_SIZE}
        role="group"
        aria-label="Map"
        aria-describedby={descriptionId}
      >
        <desc id={descriptionId}>{map.description}</desc>
        {ground}
        <MapGround {...map} />
        {places.map((place) => {
          const pin = pins.get(place.number);
          return pin && <MapPin {...place} {...pin} key={place.number} />;
        })}
      </svg>
      {(map.notes.length > 0 || attribution) && (
        <figcaption>
          {map.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          {attribution && <p className="map-attribution">Streets: {attribution}</p>}
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
      {/* No <title>: text browsers take it for the page's. */}
      <Link
        className="map-pin"
        to={href}
        data-place={number}
        aria-label={`${number}: ${name}, ${walk}`}
        viewTransition
      >
        {bearing === undefined ? (
          <>
            <rect className="map-target" fill="none" x={-26} y={-61} width={52} height={64} />
            <g className="map-pin-shape">
              <path d={PIN} />
              <text className={numberClass} y={-32} fill="#fff" textAnchor="middle">
                {number}
              </text>
            </g>
          </>
        ) : (
          <g className="map-edge-pin">
            <rect className="map-target" fill="none" x={-31} y={-31} width={62} height={62} />
            <path d={EDGE_ARROW} transform={`rotate(${bearing})`} />
            <circle r={20.5} />
            <text className={numberClass} fill="#fff" textAnchor="middle">
              {number}
            </text>
          </g>
        )}
      </Link>
    </g>
  );
}

function MapGround({ origin, rings, scaleBar, pins }: DrawnMap) {
  const moved = pins.flatMap(({ x, y, spot }) => (spot ? [{ x, y, spot }] : []));
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
      <path
        className="map-leaders"
        stroke="currentColor"
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

/** Pointing at a row or focusing it lights its pin, and the reverse: both have data-place. */
export function LightPins() {
  useEffect(() => {
    let lit: Element[] = [];
    const light = (number: string | null) => {
      for (const element of lit) element.classList.remove("lit");
      lit = number ? [...document.querySelectorAll(`[data-place="${CSS.escape(number)}"]`)] : [];
      for (const element of lit) element.classList.add("lit");
    };
    const follow = ({ target }: Event) => light(numberAt(target));
    const forget = ({ relatedTarget }: FocusEvent | PointerEvent) => light(numberAt(relatedTarget));
    document.addEventListener("pointerover", follow);
    document.addEventListener("pointerout", forget);
    document.addEventListener("focusin", follow);
    document.addEventListener("focusout", forget);
    return () => {
      light(null);
      document.removeEventListener("pointerover", follow);
      document.removeEventListener("pointerout", forget);
      document.removeEventListener("focusin", follow);
      document.removeEventListener("focusout", forget);
    };
  }, []);
  return null;
}

function numberAt(target: EventTarget | null): string | null {
  return target instanceof Element
    ? (target.closest("[data-place]")?.getAttribute("data-place") ?? null)
    : null;
}
