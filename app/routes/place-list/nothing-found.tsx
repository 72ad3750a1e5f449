import { Link } from "react-router";
import { countOf } from "#app/domain/text/counting.ts";

type Props = {
  isFiltered: boolean;
  /** Lists that do hold something. */
  waysOut: { text: string; href: string; count: number }[];
};

export function NothingFound({ isFiltered, waysOut }: Props) {
  return (
    <div className="empty">
      <p>
        {isFiltered
          ? "No place that anybody has recommended fits all of this."
          : "Nobody has recommended a place yet."}
      </p>
      {waysOut.length > 0 && (
        <ul>
          {waysOut.map(({ text, href, count }) => (
            <li key={href}>
              <Link to={href}>
                {text}: {countOf(count, "place")}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Link className="button" to="/places/new">
        {isFiltered ? "Recommend one that does" : "Recommend the first one"}
      </Link>
    </div>
  );
}
