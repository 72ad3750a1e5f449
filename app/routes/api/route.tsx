import { Link } from "react-router";
import { describeSite } from "#app/domain/site/site.server.ts";
import { API_CHANGES, describePages } from "#app/open-data/openapi.ts";
import { paths } from "#app/paths.ts";
import { LinkPreview } from "#app/ui/link-preview.tsx";
import type { Route } from "./+types/route";

export function loader({ url }: Route.LoaderArgs) {
  return {
    siteName: describeSite().name,
    origin: url.origin,
    pages: describePages(),
    changes: API_CHANGES,
  };
}

export default function Api({
  loaderData: { siteName, origin, pages, changes },
}: Route.ComponentProps) {
  return (
    <article className="prose">
      <title>{`For programs · ${siteName}`}</title>
      <LinkPreview
        title="For programs"
        description="Every public page in other formats, for programs to read."
        path={paths.api}
      />
      <h1>For programs</h1>
      <p>
        Every public page is also there in other formats: put its name at the end of the path, and
        keep the filters. No key is asked for, and any site’s scripts may read.
      </p>
      <pre>
        <code>{`curl '${origin}/places.txt?open=now&walk=10'
curl '${origin}/places.json?diet=vegan' | jq -r '.places[].name'
curl '${origin}/places.csv?sort=cheapest' > places.csv`}</code>
      </pre>
      <h2>What there is</h2>
      <dl className="api-pages">
        {pages.map(({ path, summary, formats, parameters }) => (
          <div key={path}>
            <dt>
              <code>{path}</code>
              <span className="soft">{` ${formats.join(" ")}`}</span>
            </dt>
            <dd>
              {summary}. {parameters.length > 0 && `Takes ${parameters.join(", ")}.`}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <a href={paths.openApi}>The OpenAPI document</a> describes every field and parameter.
      </p>
      <h2>How it answers</h2>
      <ul>
        <li>
          The same filters, order and pages as the page that people see; <code>next</code> and{" "}
          <code>previous</code> lead on, in the answer and as <code>Link</code> headers.
        </li>
        <li>
          What cannot be understood in an address is refused with 400 and says what it is, as{" "}
          <code>application/problem+json</code>. Plain text leaves it out and says so.
        </li>
        <li>
          <code>ETag</code> and <code>Last-Modified</code>: ask with <code>If-None-Match</code>, and
          what has not changed costs neither of us anything.
        </li>
        <li>
          Prices are in pence, distances in metres, days as <code>2026-11-30</code>. A table’s cell
          that a spreadsheet would take for a formula begins with an apostrophe.
        </li>
        <li>
          A feed of a list has what is newest: <code>/places.atom?diet=vegan&amp;sort=newest</code>.
        </li>
      </ul>
      <p>
        <Link to={paths.about}>About {siteName}</Link> says where the data comes from.
      </p>
      <h2>Changes</h2>
      <dl>
        {changes.map(({ version, day, words }) => (
          <div key={version}>
            <dt>{`${version}, ${day}`}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
