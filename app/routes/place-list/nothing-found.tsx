import { Link } from "react-router";
import { countOf, listInWords } from "#app/domain/text/counting.ts";

type Props = {
  chosen: { name: string }[];
  /** Lists that do hold something. */
  waysOut: { text: string; href: string; count: number }[];
};

export function NothingFound({ chosen, waysOut }: Props) {
  const names = chosen.map((cuisine) => cuisine.name);
  return (
    <div className="empty">
      <p>
        {names.length === 0
          ? "Nobody has recommended a place yet."
          : `Nobody has recommended an open place for ${listInWords(names)} yet.`}
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
        Recommend the first one
      </Link>
    </div>
  );
}
