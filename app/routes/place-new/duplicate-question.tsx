import { Link } from "react-router";
import type { PossibleDuplicate } from "#app/domain/places/find-duplicates.server.ts";
import { paths } from "#app/paths.ts";
import { StreetAndPostcode } from "#app/ui/street-and-postcode.tsx";
import type { TypedWhere } from "./where-form.ts";

type Props = {
  siteName: string;
  where: TypedWhere;
  duplicates: PossibleDuplicate[];
};

/** The author decides: two branches of a chain are different places. */
export function DuplicateQuestion({ siteName, where, duplicates }: Props) {
  return (
    <div className="form-screen">
      <title>{`Is it one of these? · ${siteName}`}</title>
      <header className="prose">
        <h1>Is it one of these?</h1>
        <p className="soft">
          You typed <bdi>{where.name}</bdi>,{" "}
          <StreetAndPostcode street={where.street ?? ""} postcode={where.postcode || null} />. One
          page a place keeps what everybody says of it together.
        </p>
      </header>
      <ul className="same-places">
        {duplicates.map(({ slug, name, street, postcode }) => (
          <li key={slug}>
            <h2>
              <Link to={paths.place(slug)}>
                <bdi>{name}</bdi>
              </Link>
            </h2>
            <p>
              <StreetAndPostcode street={street} postcode={postcode} />
            </p>
            <Link className="button" to={paths.placeReview(slug)}>
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
