import { type ComponentProps, useInsertionEffect } from "react";
import { LightMarks } from "#app/ui/map/light-marks.tsx";
import { MapGroups } from "#app/ui/map/map-groups.tsx";
import { PlaceMap } from "#app/ui/map/place-map.tsx";
import mapStyles from "#app/ui/styles/map.css?inline";

export type LoadedMap = ComponentProps<typeof PlaceMap>;

/** Brings its styles along: a list without a map needs none of them. */
export default function DrawnPins({ map, base, places }: LoadedMap) {
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
      <LightMarks />
      <PlaceMap map={map} places={places} base={base} />
      <MapGroups groups={map.groups} places={places} />
    </>
  );
}
