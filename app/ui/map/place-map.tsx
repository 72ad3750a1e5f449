import { useId } from "react";
import { BaseMap } from "./base-map.tsx";
import type { DrawnMap } from "./draw-map.ts";
import { MAP_SIZE } from "./map-geometry.ts";
import { MapGround } from "./map-ground.tsx";
import { groupId, groupWords, type MappedPlace } from "./map-groups.tsx";
import { MapMark } from "./map-mark.tsx";

type Props = {
  map: DrawnMap;
  /** May include places that are not on the map. */
  places: MappedPlace[];
  base: { file: string; transform: string; attribution: string } | undefined;
};

export function PlaceMap({ map, places, base }: Props) {
  const descriptionId = useId();
  const byNumber = new Map(places.map((place) => [place.number, place]));
  const groups = new Map(
    map.groups.map((group, index) => [
      String(group.numbers),
      { href: `#${groupId(index)}`, words: groupWords(group) },
    ]),
  );
  return (
    <figure className="map" id="map">
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
        {base && <BaseMap {...base} />}
        <MapGround {...map} />
        {map.marks.map((mark) => (
          <MapMark
            mark={mark}
            places={byNumber}
            group={groups.get(String(mark.numbers))}
            key={`${mark.only} ${mark.numbers}`}
          />
        ))}
      </svg>
      {(map.notes.length > 0 || base) && (
        <figcaption>
          {map.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          {base && <p className="map-attribution">Streets: {base.attribution}</p>}
        </figcaption>
      )}
    </figure>
  );
}
