import { Form, Link } from "react-router";
import { paths } from "#app/paths.ts";
import { StreetAndPostcode } from "#app/ui/street-and-postcode.tsx";

type Listed = { slug: string; name: string; street?: string; postcode?: string | null };

type Step = {
  place: { slug: string; name: string };
  /** Suggested by members, or similar to this place. */
  likely: Listed[];
  search: string;
  found: Listed[];
  problem: string | undefined;
};

export function ChoosePage({ step }: { step: Step }) {
  const { place, likely, search, found, problem } = step;
  return (
    <>
      {problem && (
        <div className="notice" role="status">
          <p>{problem}</p>
        </div>
      )}
      {likely.length > 0 && (
        <section className="form-section" aria-labelledby="likely">
          <h2 id="likely">Is it one of these?</h2>
          <OtherPages place={place} pages={likely} />
        </section>
      )}
      <section className="form-section" aria-labelledby="find">
        <h2 id="find">{likely.length > 0 ? "Another one?" : "Which is the other page?"}</h2>
        <Form className="field" method="get" role="search">
          <label className="label" htmlFor="merge-search">
            Name of the place, or the address of its page
          </label>
          <div className="search">
            <input
              className="input"
              id="merge-search"
              name="q"
              type="search"
              defaultValue={search}
            />
            <button type="submit" className="button button-quiet">
              Search
            </button>
          </div>
        </Form>
        {search !== "" && found.length === 0 && (
          <p>No other place is found by that. Try one word of its name.</p>
        )}
        <OtherPages place={place} pages={found} />
      </section>
      <p>
        <Link to={paths.place(place.slug)}>
          Back to <bdi>{place.name}</bdi>
        </Link>
      </p>
    </>
  );
}

function OtherPages({ place, pages }: { place: { slug: string }; pages: Listed[] }) {
  if (pages.length === 0) return null;
  return (
    <ul className="same-places">
      {pages.map(({ slug, name, street, postcode }) => (
        <li key={slug}>
          <h3>
            <Link to={paths.place(slug)}>
              <bdi>{name}</bdi>
            </Link>
          </h3>
          {street !== undefined && postcode !== undefined && (
            <p>
              <StreetAndPostcode street={street} postcode={postcode} />
            </p>
          )}
          <Link className="button button-quiet" to={paths.placeMerge(place.slug, slug)}>
            <span>
              It is <bdi>{name}</bdi>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
