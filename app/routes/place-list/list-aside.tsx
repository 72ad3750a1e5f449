import { paths } from "#app/paths.ts";
import type { DrawnMap } from "#app/ui/map/draw-map.ts";
import { PlaceMap } from "#app/ui/map/place-map.tsx";
import type { PresentedPlace } from "./present.ts";

export function ListAside({ map, places }: { map: DrawnMap; places: PresentedPlace[] }) {
  const named = places.map(({ number, name, slug, walk }) => ({
    number,
    name: name.join(""),
    href: paths.place(slug),
    walk,
  }));
  return (
    <aside className="list-aside" aria-label="Map and more">
      <details className="map-fold">
        <summary>Map of these places</summary>
        <PlaceMap map={map} places={named} />
      </details>
      <div className="aside-note">
        <h2>Missing somewhere?</h2>
        <p>
          A rating and a sentence is all it takes. No e-mail, no password: you choose a handle when
          you post.
        </p>
        <p>
          <a href={paths.newPlace}>Recommend a place</a>
        </p>
      </div>
    </aside>
  );
}
