import { Link } from "react-router";
import type { PlaceQuery } from "#app/domain/places/place-query.ts";
import { paths } from "#app/paths.ts";

export function Presets({ query }: { query: PlaceQuery }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <nav className="row" aria-label="Quick choices" tabIndex={0}>
      <ul>
        {PRESETS.map((preset) => {
          const { isOn, query: pressed } = pressPreset(query, preset);
          return (
            <li key={preset.strong}>
              <Link
                className="preset"
                rel="nofollow"
                to={paths.places(pressed)}
                aria-current={isOn ? "true" : undefined}
                preventScrollReset
              >
                <strong>{preset.strong}</strong>
                {preset.rest}
              </Link>
            </li>
          );
        })}
        <li>
          <Link
            className="preset"
            to={paths.surprise({ ...query, page: 1 })}
            reloadDocument
            rel="nofollow"
          >
            <strong>Surprise me</strong>
          </Link>
        </li>
      </ul>
    </nav>
  );
}

type Asked = Partial<Pick<PlaceQuery, "open" | "price" | "walk" | "diets" | "features">>;

type Preset = { strong: string; rest: string; asks: Asked };

export const PRESETS: Preset[] = [
  { strong: "Lunch now", rest: "", asks: { open: "now", price: 8 } },
  { strong: "Vegan", rest: " in 10 min", asks: { walk: 10, diets: ["vegan"] } },
  { strong: "Laptop", rest: " and sockets", asks: { features: ["laptop", "sockets"] } },
];

/** A preset is on when all that it asks is asked already, or more. Pressed, it adds to the query; pressed again, it is taken off. */
export function pressPreset(query: PlaceQuery, { asks }: Preset) {
  const isOn =
    (asks.open === undefined || asks.open === query.open) &&
    isWithin(query.price, asks.price) &&
    isWithin(query.walk, asks.walk) &&
    (asks.diets ?? []).every((diet) => query.diets.includes(diet)) &&
    (asks.features ?? []).every((feature) => query.features.includes(feature));
  return { isOn, query: { ...(isOn ? takeOff(query, asks) : add(query, asks)), page: 1 } };
}

function isWithin(chosen: number | undefined, most: number | undefined): boolean {
  return most === undefined || (chosen !== undefined && chosen <= most);
}

function add(query: PlaceQuery, asks: Asked): PlaceQuery {
  return {
    ...query,
    open: asks.open ?? query.open,
    price: isWithin(query.price, asks.price) ? query.price : asks.price,
    walk: isWithin(query.walk, asks.walk) ? query.walk : asks.walk,
    diets: [...new Set([...query.diets, ...(asks.diets ?? [])])],
    features: [...new Set([...query.features, ...(asks.features ?? [])])],
  };
}

function takeOff(query: PlaceQuery, asks: Asked): PlaceQuery {
  return {
    ...query,
    open: asks.open ? undefined : query.open,
    price: asks.price ? undefined : query.price,
    walk: asks.walk ? undefined : query.walk,
    diets: query.diets.filter((diet) => !asks.diets?.includes(diet)),
    features: query.features.filter((feature) => !asks.features?.includes(feature)),
  };
}
