import { useEffect } from "react";
import { useFetcher } from "react-router";
import { BaseMap } from "#app/ui/map/base-map.tsx";
import { LightPins, PlaceMap } from "#app/ui/map/place-map.tsx";
import mapStyles from "#app/ui/styles/map.css?url";
import type { loader } from "../map-pins/route.ts";

/** As in list-screen.css: where it stands beside the list. */
const IS_WIDE = "(min-width: 1160px)";

/** Drawn once the list is there, and only where there is room: the list has to be light. All others follow the link to it. */
export function ListMap({ href }: { href: string }) {
  const { load, data } = useFetcher<typeof loader>();
  useEffect(() => {
    const width = window.matchMedia(IS_WIDE);
    const loadIfWide = () => {
      if (width.matches) load(href);
    };
    loadIfWide();
    width.addEventListener("change", loadIfWide);
    return () => width.removeEventListener("change", loadIfWide);
  }, [load, href]);
  return (
    <aside className="list-aside" aria-label="Map of these places">
      {data && (
        <>
          <link rel="stylesheet" href={mapStyles} precedence="default" />
          <LightPins />
          <PlaceMap
            map={data.map}
            places={data.places}
            ground={data.base && <BaseMap base={data.base} />}
            attribution={data.base?.attribution}
          />
        </>
      )}
    </aside>
  );
}
