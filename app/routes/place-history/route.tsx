import { Link, redirect } from "react-router";
import { describeHistory } from "#app/domain/merging/place-merges.server.ts";
import { findPlaceFacts } from "#app/domain/places/place-facts.server.ts";
import {
  CHANGES_PER_PAGE,
  findShownBefore,
  listRevisions,
} from "#app/domain/places/place-revisions.server.ts";
import { parsePage } from "#app/domain/search/read-parameters.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { countPages, pageOf } from "#app/domain/text/counting.ts";
import { missingPlace } from "#app/http/address.server.ts";
import { paths } from "#app/paths.ts";
import { LinkPreview } from "#app/ui/link-preview.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import type { Route } from "./+types/route";
import { Change } from "./change.tsx";
import { MergeNotes } from "./merge-notes.tsx";
import { presentHistory, presentMerge, presentRecommendation } from "./present-history.ts";

export async function loader({ params, url }: Route.LoaderArgs) {
  const place = await findPlaceFacts(params.slug);
  if (!place) throw await missingPlace(params.slug);
  const page = parsePage(url.searchParams);
  const history = await describeHistory(place.id);
  const pages = countPages(history.changes, CHANGES_PER_PAGE);
  const href = paths.placeHistory(place.slug);
  if (page > pages) throw redirect(href);
  const revisions = await listRevisions(place.id, page);
  const last = revisions.at(-1);
  const older = last ? await findShownBefore(place.id, last.id) : null;
  return {
    siteName: describeSite().name,
    name: place.name,
    href,
    ownPath: paths.placeHistory(place.slug, page),
    page,
    pages,
    recommendation:
      revisions.length === 0 ? presentRecommendation(place, history.sources) : undefined,
    merges: history.merges.map(presentMerge),
    changes: presentHistory(place.slug, revisions, { older, hasLatest: page === 1 }),
  };
}

export default function PlaceHistory({ loaderData }: Route.ComponentProps) {
  const { siteName, name, href, ownPath, page, pages, recommendation, merges, changes } =
    loaderData;
  const whichPage = pageOf(page, pages);
  return (
    <div className="form-screen">
      <title>{`Changes to ${name}${whichPage} · ${siteName}`}</title>
      <LinkPreview
        title={`Changes to ${name}`}
        description={`What was said of ${name}, and who changed it when.`}
        path={href}
        canonicalPath={ownPath}
      />
      <header className="prose">
        <h1>
          Changes to <bdi>{name}</bdi>
          {whichPage && <span className="soft">{whichPage}</span>}
        </h1>
        <p className="soft">
          Anybody may correct what is said of a place. Every change is kept here, and can be taken
          back.
        </p>
      </header>
      {recommendation && <p className="empty">{recommendation}</p>}
      <MergeNotes merges={merges} />
      {changes.length > 0 && (
        <ol className="history" reversed>
          {changes.map((change) => (
            <Change key={change.id} change={change} />
          ))}
        </ol>
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(number) => (number === 1 ? href : `${href}?page=${number}`)}
        label="Pages of changes"
      />
      <p>
        <Link to={href.replace(/\/history$/, "")}>Back to {name}</Link>
      </p>
    </div>
  );
}
