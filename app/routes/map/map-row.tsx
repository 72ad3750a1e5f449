import { Link } from "react-router";
import { paths } from "#app/paths.ts";
import { Stars } from "#app/ui/stars.tsx";
import type { loadMapScreen } from "./load.server.ts";

type MapRowPlace = Awaited<ReturnType<typeof loadMapScreen>>["places"][number];

export function MapRow({ place }: { place: MapRowPlace }) {
  const { number, slug, name, rating, price, walk, hours, isOpen, isOff, tags } = place;
  return (
    <li className="map-row map-place" data-place={number}>
      <Link to={paths.place(slug)} viewTransition>
        <bdi>{name}</bdi>
      </Link>{" "}
      <p className="facts-line">
        {rating === undefined ? (
          "no ratings yet"
        ) : (
          <>
            <Stars filled={Number(rating)} />
            <strong>{rating}</strong>
            <span className="visually-hidden"> out of 5</span>
          </>
        )}
        {" · "}
        <strong>{price}</strong> · <span className="one-word">{walk}</span>
        {" · "}
        <span className={isOpen ? "open one-word" : "one-word"}>{hours}</span>
        {tags && (
          <>
            {" · "}
            <span className="one-word">{tags}</span>
          </>
        )}
        {isOff && " · not on the map"}
      </p>
    </li>
  );
}
