import { Link } from "react-router";
import { paths } from "#app/paths.ts";
import type { Where } from "./where-form.ts";

type Props = {
  siteName: string;
  where: Where;
  duplicates: {
    href: string;
    reviewHref: string;
    name: string;
    street: string;
    postcode: string;
  }[];
};

/** Shows the places that are probably meant. The person decides, since two branches of one chain both exist. */
export function DuplicateQuestion({ siteName, where, duplicates }: Props) {
  return (
    <div className="form-screen">
      <title>{`Is it one of these? · ${siteName}`}</title>
      <header className="prose">
        <h1>Is it one of these?</h1>
        <p className="soft">
          You typed <bdi>{where.name}</bdi>, <bdi>{where.street}</bdi>, {where.postcode}. One page a
          place keeps what everybody says of it together.
        </p>
      </header>
      <ul className="same-places">
        {duplicates.map(({ href, reviewHref, name, street, postcode }) => (
          <li key={href}>
            <h2>
              <Link to={href}>
                <bdi>{name}</bdi>
              </Link>
            </h2>
            <p>
              <bdi>{street}</bdi>, <span className="one-word">{postcode}</span>
            </p>
            <Link className="button" to={reviewHref}>
              <span>
                Yes, review <bdi>{name}</bdi>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <div className="actions">
        <Link className="button button-quiet" to={paths.newDifferentPlace(where)}>
          None of these, go on
        </Link>{" "}
        <Link to={paths.newPlaceWhere(where)}>Change what you typed</Link>
      </div>
    </div>
  );
}
