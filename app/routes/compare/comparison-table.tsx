import type { ReactNode } from "react";
import { Link } from "react-router";
import { Score } from "#app/ui/stars.tsx";
import type { ComparedPlace } from "./present-comparison.ts";

type Row = { header: string; cell: (place: ComparedPlace) => ReactNode };

const ROWS: Row[] = [
  {
    header: "Rating",
    cell: ({ ratingSum, reviewCount, isBestRated }) => (
      <>
        <Score ratingSum={ratingSum} reviewCount={reviewCount} />
        {isBestRated && <Best words="best score" />}
      </>
    ),
  },
  {
    header: "Price a head",
    cell: ({ price, isCheapest }) => withBest(price, isCheapest && "cheapest"),
  },
  { header: "Walk", cell: ({ walk, isNearest }) => withBest(walk, isNearest && "nearest") },
  { header: "Open", cell: ({ hours }) => hours },
  { header: "Serves", cell: ({ cuisines }) => <bdi>{cuisines.join(", ")}</bdi> },
  { header: "Diets", cell: ({ diets }) => diets },
  { header: "Good for", cell: ({ features }) => features },
  { header: "People recommend", cell: ({ dishes }) => <Dishes dishes={dishes} /> },
  { header: "Last confirmed open", cell: ({ confirmed }) => confirmed },
  { header: "Address", cell: ({ address }) => <bdi>{address}</bdi> },
];

/** Wider than a phone, so it scrolls sideways, with the keyboard too. */
export function ComparisonTable({ places }: { places: ComparedPlace[] }) {
  return (
    <section
      className="compare-scroll"
      id="results"
      aria-label="The places side by side"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="comparison">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Fact</span>
            </th>
            {places.map(({ name, href, without }) => (
              <th scope="col" key={href}>
                <Link to={href}>
                  <bdi>{name}</bdi>
                </Link>{" "}
                <Link className="compare-remove" to={without} preventScrollReset>
                  Remove<span className="visually-hidden"> {name}</span>
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map(({ header, cell }) => (
            <tr key={header}>
              <th scope="row">{header}</th>
              {places.map((place) => (
                <td key={place.href}>{cell(place)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function withBest(words: string, best: string | false): ReactNode {
  return (
    <>
      {words} {best && <Best words={best} />}
    </>
  );
}

function Best({ words }: { words: string }) {
  return <strong className="best-value">{words}</strong>;
}

function Dishes({ dishes }: Pick<ComparedPlace, "dishes">) {
  if (dishes.length === 0) return "nothing by name yet";
  return (
    <ul className="compared-dishes">
      {dishes.map(({ name, recommended, href }) => (
        <li key={href}>
          <Link to={href}>
            <bdi>{name}</bdi>
          </Link>
          {`\u00a0(${recommended})`}
        </li>
      ))}
    </ul>
  );
}
