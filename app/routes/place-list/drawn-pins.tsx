import { useInsertionEffect } from "react";
import type { DrawnMap } from "#app/ui/map/draw-map.ts";
import { LightPins, PlaceMap } from "#app/ui/map/place-map.tsx";
import mapStyles from "#app/ui/styles/map.css?inline";

type Props = {
  map: DrawnMap;
  places: { number: number; name: string; href: string; walk: string }[];
};

/** Brings its styles along: a list without a map needs none of them. */
export default function DrawnPins({ map, places }: Props) {
  useInsertionEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(mapStyles);
    document.adoptedStyleSheets.push(sheet);
    return () => {
      const others = document.adoptedStyleSheets.filter((other) => other !== sheet);
      document.adoptedStyleSheets = others;
    };
  }, []);
  return (
    <>
      <LightPins />
      <PlaceMap map={map} places={places} />
    </>
  );
}
