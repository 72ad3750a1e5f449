import { Link } from "react-router";
import { countOf, listInWords } from "#app/domain/text/counting.ts";

type Props = {
  chosen: { name: string }[];
  /** What the list would hold without each of the filters that are on. */
  waysOut: { name: string; href: string; count: number }[];
};

export function NothingFound({ chosen, waysOut }: Props) {
  const names = chosen.map((cuisine) => cuisine.name);
  return (
    <div className="empty">
      <p>
        {names.length === 0
          ? "Nobody has recommended a place yet."
          : `Nobody has recommended a place for ${listInWords(names)} yet.`}
      </p>
      {waysOut.length > 0 && (
        <ul>
          {waysOut.map(({ name, href, count }) => (
            <li key={name}>
              <Link to={href}>
                Without “{name}”: {countOf(count, "place")}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Link className="button" to="/places/new">
        Recommend the first one
      </Link>
    </div>
  );
}
