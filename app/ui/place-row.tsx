import type { ReactNode } from "react";
import { Link } from "react-router";
import { walkWords } from "#app/domain/walk/walk.ts";
import { paths } from "#app/paths.ts";
import { Score } from "./stars.tsx";

type Props = {
  place: {
    slug: string;
    name: string;
    street: string;
    cuisines: string[];
    isClosed: boolean;
    reviewCount: number;
    ratingSum: number;
    metres: number | null;
    isLocated: boolean;
  };
  /** Between the name and the score. */
  children?: ReactNode;
  buttons?: ReactNode;
};

export function PlaceRow({ place, children, buttons }: Props) {
  return (
    <li className="place-row">
      <div className="place-row-body">
        <h2>
          <Link to={paths.place(place.slug)}>
            <bdi>{place.name}</bdi>
          </Link>
          {place.isClosed && <span className="badge"> closed for good</span>}
        </h2>
        {children}
        <p className="facts-line">
          {place.cuisines.join(", ")} · <bdi>{place.street}</bdi> ·{" "}
          <span className="one-word">{walkWords(place.metres, !place.isLocated)}</span>
        </p>
        <Score ratingSum={place.ratingSum} reviewCount={place.reviewCount} />
      </div>
      {buttons && <div className="actions">{buttons}</div>}
    </li>
  );
}
