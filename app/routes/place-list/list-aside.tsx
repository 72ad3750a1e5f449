import type { DrawnMap } from "#app/domain/map/draw-map.ts";
import { PlaceMap } from "#app/ui/place-map.tsx";

/** What stands beside the list, or after it where there is no room: the map of its places, and an invitation. */
export function ListAside({ map }: { map: DrawnMap }) {
  return (
    <aside className="list-aside" aria-label="Map and more">
      <details className="map-fold">
        <summary>Map of these places</summary>
        <PlaceMap map={map} />
      </details>
      <div className="aside-note">
        <h2>Missing somewhere?</h2>
        <p>A rating and a sentence is all it takes. No e-mail, no password: you choose a handle when you post.</p>
        <p>
          <a href="/places/new">Recommend a place</a>
        </p>
      </div>
    </aside>
  );
}
