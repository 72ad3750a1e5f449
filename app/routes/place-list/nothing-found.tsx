import { Link } from "react-router";
import { countOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";

type EmptyProps = {
  isFiltered: boolean;
  waysOut: { text: string; href: string; count: number }[];
};

export function NothingFound({ isFiltered, waysOut }: EmptyProps) {
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
      <Link className="button" rel="nofollow" to={paths.newPlace}>
        {isFiltered ? "Recommend one that does" : "Recommend the first one"}
      </Link>
    </div>
  );
}
