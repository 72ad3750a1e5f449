import { Link } from "react-router";
import type { ImportSource as Source } from "#app/domain/places/imported-facts.ts";
import { paths } from "#app/paths.ts";

/** Where facts of a place come from, as the register's licence wants it said. */
export function ImportSource({ source }: { source: Source }) {
  switch (source) {
    case "fhrs":
      return (
        <>
          The <Link to={paths.sources}>Food Standards Agency’s register</Link>
        </>
      );
    case "osm":
      return (
        <>
          © <a href="https://www.openstreetmap.org/copyright">OpenStreetMap contributors</a> (
          <Link to={paths.sources}>ODbL</Link>)
        </>
      );
    case "places":
      return <>A list that whoever runs this site brought along</>;
  }
}
