import { Link } from "react-router";
import { dishesOfPlaces } from "#app/domain/dishes/dishes-of-places.server.ts";
import { momentOnCampus } from "#app/domain/hours/campus-hours.server.ts";
import { findPlacesToCompare, MOST_COMPARED } from "#app/domain/places/compare-places.server.ts";
import { isEmptySite } from "#app/domain/places/count-places.server.ts";
import { parseComparison } from "#app/domain/places/parse-comparison.ts";
import { parsePlaceQuery } from "#app/domain/places/parse-place-query.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { listInWords } from "#app/domain/text/counting.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import { LinkPreview } from "#app/ui/link-preview.tsx";
import { EmptySite } from "#app/ui/nothing-found.tsx";
import { NoticeSentences } from "#app/ui/query-notes.tsx";
import type { Route } from "./+types/route";
import { ComparisonTable } from "./comparison-table.tsx";
import { presentComparison } from "./present-comparison.ts";

export async function loader({ url, context }: Route.LoaderArgs) {
  const now = context.get(visitorContext).now();
  const { slugs, notices } = parseComparison(url.searchParams, MOST_COMPARED);
  const found = await findPlacesToCompare(slugs);
  const dishes = await dishesOfPlaces(found.map(({ id }) => id));
  const { query } = parsePlaceQuery(url.searchParams);
  const unknown = slugs.filter((slug) => !found.some((place) => place.slug === slug));
  return {
    site: describeSite(),
    isEmpty: found.length === 0 && (await isEmptySite()),
    notices: [
      ...unknown.map((slug) => `There is no place called “${slug}” here, so it is left out.`),
      ...notices,
    ],
    places: presentComparison(found, dishes, momentOnCampus(now), query),
    href: paths.compare(found.map(({ slug }) => slug)),
    listHref: paths.places(query),
  };
}

export default function Compare({ loaderData }: Route.ComponentProps) {
  const { site, isEmpty, places, href } = loaderData;
  const names = listInWords(places.map(({ name }) => name));
  return (
    <>
      <title>{`${names === "" ? "Compare places" : `Compare ${names}`} · ${site.name}`}</title>
      <LinkPreview
        title={names === "" ? "Compare places" : `Compare ${names}`}
        description={`Side by side: ratings, prices, walks and hours of places near ${site.campus}.`}
        path={href}
      />
      <meta name="robots" content="noindex" />
      {isEmpty ? (
        <EmptySite campus={site.campus} title="Side by side" />
      ) : (
        <Comparison {...loaderData} names={names} />
      )}
    </>
  );
}

type ComparisonProps = Route.ComponentProps["loaderData"] & { names: string };

function Comparison({ names, notices, places, listHref }: ComparisonProps) {
  return (
    <>
      <header className="hero">
        <nav className="breadcrumb" aria-label="Breadcrumb">
          <Link to={paths.places()}>Places</Link>
        </nav>
        <h1>Side by side</h1>
        {places.length === 0 && (
          <p>
            Tick “Compare” on two, three or four places in <Link to={listHref}>the list</Link>, then
            press “Compare what is ticked”. The address of this page holds your choice, so you can
            send it to others.
          </p>
        )}
      </header>
      <NoticeSentences
        sentences={[
          ...notices,
          ...(places.length === 1
            ? ["There is one place here: tick another in the list to compare it with."]
            : []),
        ]}
      />
      <p className="visually-hidden" role="status">
        {names === "" ? "Nothing to compare" : `Comparing ${names}`}
      </p>
      {places.length > 0 && <ComparisonTable places={places} />}
      <p>
        <Link className="button button-quiet" to={listHref}>
          Back to the list
        </Link>
      </p>
    </>
  );
}
