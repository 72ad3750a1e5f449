import { useEffect } from "react";
import { Link, useLocation } from "react-router";
import type { DrawnMap } from "./draw-map.ts";

export type MappedPlace = {
  number: number;
  name: string;
  href: string;
  /** In words: "7 min walk". */
  walk: string;
};

type Group = DrawnMap["groups"][number];

export function groupId(index: number): string {
  return `here-${index + 1}`;
}

export function groupWords({ numbers, street, isFar }: Group): string {
  if (isFar) return `${numbers.length} further this way`;
  return `${numbers.length} here${street === "" ? "" : `, on ${street}`}`;
}

/** What marks for several places stand for: each list is there once its mark was pressed, and goes without scripts. */
export function MapGroups({ groups, places }: { groups: Group[]; places: MappedPlace[] }) {
  const byNumber = new Map(places.map((place) => [place.number, place]));
  const { hash } = useLocation();
  // React Router takes the way to a list for a way back, and scrolls to where the page was before.
  useEffect(() => {
    const target = hash === "" ? null : document.getElementById(hash.slice(1));
    target?.scrollIntoView({ block: "nearest" });
    target?.focus({ preventScroll: true });
  }, [hash]);
  return groups.map((group, index) => (
    <section
      className="map-group"
      id={groupId(index)}
      aria-label={groupWords(group)}
      tabIndex={-1}
      key={String(group.numbers)}
    >
      <p>
        <strong>
          <bdi>{groupWords(group)}</bdi>
        </strong>{" "}
        <a href="#map">Close</a>
      </p>
      <ul>
        {group.numbers.map((number) => {
          const place = byNumber.get(number);
          return (
            place && (
              <li className="map-place" data-place={number} key={number}>
                <Link to={place.href} viewTransition>
                  <bdi>{place.name}</bdi>
                </Link>
              </li>
            )
          );
        })}
      </ul>
    </section>
  ));
}
