import type { ReactNode } from "react";
import { Link } from "react-router";
import { paths } from "#app/paths.ts";
import { Score } from "../stars.tsx";
import type { PresentedKeptPlace } from "./present-kept-place.ts";

export function KeptRow({ place, buttons }: { place: PresentedKeptPlace; buttons?: ReactNode }) {
  const { number, price, walk, hours, isOpen, isClosed, cuisines, street } = place;
  return (
    <li className="place-row" data-place={number}>
      <div className="place-row-body">
        <h2>
          <Link to={paths.place(place.slug)}>
            <bdi>{place.name}</bdi>
          </Link>
          {isClosed && <span className="badge"> closed for good</span>}
        </h2>
        <p className="facts-line">
          <strong>{price}</strong> · <span className="one-word">{walk}</span>
          {!isClosed && (
            <>
              {" · "}
              <span className={isOpen ? "open one-word" : "one-word"}>{hours}</span>
            </>
          )}
        </p>
        <p className="facts-line soft">
          {cuisines} · <bdi>{street}</bdi>
        </p>
        <Score ratingSum={place.ratingSum} reviewCount={place.reviewCount} />
      </div>
      {buttons && <div className="actions">{buttons}</div>}
    </li>
  );
}
