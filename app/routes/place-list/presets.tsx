import { Link } from "react-router";
import type { PlaceQuery } from "#app/domain/places/place-query.ts";
import { paths } from "#app/paths.ts";
import { PRESETS, pressPreset } from "./preset-query.ts";

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
