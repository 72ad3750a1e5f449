import { Link } from "react-router";
import { countOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";

export const SLOGAN = "Where to eat near campus, from people who do";

/** Instead of any list, while nobody has recommended a place. */
export function EmptySite({ campus, title = SLOGAN }: { campus: string; title?: string }) {
  return (
    <div className="prose">
      <h1>{title}</h1>
      <p>{`This is where ${campus} will tell each other where to eat and drink coffee. Nobody has said anything yet: where did you last have a good lunch?`}</p>
      <p>
        <Link className="button" rel="nofollow" to={paths.newPlace}>
          Recommend the first place
        </Link>
      </p>
      <p className="soft">
        A rating and a sentence is all it takes. No e-mail, no password: you choose a handle when
        you post.
      </p>
    </div>
  );
}

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
