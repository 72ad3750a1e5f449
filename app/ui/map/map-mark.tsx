import { Link } from "react-router";
import { type DrawnMark, halfLineOf, MARK_RADIUS } from "./draw-marks.ts";
import type { MappedPlace } from "./map-groups.tsx";

const ARROW = "M0 -21.5L9 -9H-9Z";

type Props = {
  mark: DrawnMark;
  places: ReadonlyMap<number, MappedPlace>;
  /** The address of the list of what a mark for several stands for, and its heading. */
  group: { href: string; words: string } | undefined;
};

export function MapMark({ mark, places, group }: Props) {
  const { form, numbers, x, y, bearing, only } = mark;
  const halfLine = halfLineOf(form, numbers);
  return (
    <g
      className={only && `map-${only}`}
      transform={`translate(${x} ${y})`}
      // Without styles only one of the two is drawn.
      display={only === "narrow" ? "none" : undefined}
    >
      <g className={bearing === undefined ? "map-mark-size" : "map-mark-size map-edge"}>
        {bearing !== undefined && (
          <path
            className="map-arrow"
            d={ARROW}
            transform={`translate(${Math.round(halfLine * Math.sin((bearing * Math.PI) / 180))}) rotate(${bearing})`}
          />
        )}
        {form === "dot" || form === "pair"
          ? numbers.map((number, index) => (
              <PlaceDot
                place={places.get(number)}
                shape={form === "dot" ? { halfLine } : { halfLine, side: index === 0 ? -1 : 1 }}
                key={number}
              />
            ))
          : group && (
              <a
                className="map-mark"
                href={group.href}
                data-place={numbers.join(" ")}
                aria-label={`${group.words}: ${numbers.join(", ")}`}
              >
                <rect {...capsule(halfLine)} />
                <text fill="#fff" textAnchor="middle">
                  {form === "here"
                    ? `${numbers.length} here`
                    : `${bearing === undefined ? "×" : "+"}${numbers.length}`}
                </text>
              </a>
            )}
      </g>
    </g>
  );
}

type Shape = { halfLine: number; side?: -1 | 1 };

function PlaceDot({ place, shape }: { place: MappedPlace | undefined; shape: Shape }) {
  if (!place) return null;
  const { number, name, href, walk } = place;
  const { halfLine, side } = shape;
  return (
    // No <title>: text browsers take it for the page's.
    <Link
      className="map-mark"
      to={href}
      data-place={number}
      aria-label={`${number}: ${name}, ${walk}`}
      viewTransition
    >
      {side === undefined ? (
        <rect {...capsule(halfLine)} />
      ) : (
        <path
          d={`M0 ${-MARK_RADIUS}h${side * halfLine}a${MARK_RADIUS} ${MARK_RADIUS} 0 0 ${side === 1 ? 1 : 0} 0 ${2 * MARK_RADIUS}H0z`}
        />
      )}
      <text
        x={side && (side * (halfLine + MARK_RADIUS)) / 2 - side}
        fill="#fff"
        textAnchor="middle"
      >
        {number}
      </text>
    </Link>
  );
}

function capsule(halfLine: number) {
  const halfWidth = MARK_RADIUS + halfLine;
  return {
    x: -halfWidth,
    y: -MARK_RADIUS,
    width: 2 * halfWidth,
    height: 2 * MARK_RADIUS,
    rx: MARK_RADIUS,
  };
}
