import { Link } from "react-router";
import { countOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";

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
      <Link className="button" to={paths.newPlace}>
        {isFiltered ? "Recommend one that does" : "Recommend the first one"}
      </Link>
    </div>
  );
}
