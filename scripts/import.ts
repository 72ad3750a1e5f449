import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { connect } from "../app/db/connection.server.ts";
import { databasePath, databaseUrl, SettingsError } from "../app/db/settings.ts";
import { campusPosition } from "../app/domain/site/site.server.ts";
import { countOf } from "../app/domain/text/counting.ts";
import { ImportError } from "./import/import-error.ts";
import { openInput } from "./import/input.ts";
import { KINDS } from "./import/kinds.ts";
import { readOptions } from "./import/options.ts";
import { Refusals } from "./import/refusals.ts";

// `npm run import -- KIND FILE`: takes open data in while the site runs. Safe to repeat.
const USAGE = `Say what to import, and from which file ("-" for standard input):
  postcodes FILE    where postcodes are: ONS's NSPL or ONSPD, OS Code-Point Open, or a CSV file with the columns
                    postcode, latitude and longitude
  fhrs FILE         places to eat and drink: the Food Standards Agency's XML file, or the JSON of its API
  osm FILE          places to eat and drink: OpenStreetMap as GeoJSON, or the JSON of Overpass
  base-map FILE     streets, parks, water and stations under the map's pins: GeoJSON
  cuisines FILE     cuisines to choose from: a CSV file with the column name, or a list in JSON
  places FILE       places of a list of your own: CSV or JSON, as docs/open-data.md has it
Options:
  --within 5km      only what is that near to the campus
  --near LAT,LON    ... or to this position
  --attribution "© ..."  of a base map whose file does not say whose it is
  --dry-run         says what would change, and changes nothing`;

try {
  const { words, options } = readOptions(process.argv.slice(2), campusPosition());
  const [kind = "", path, ...rest] = words;
  const chosen = KINDS.get(kind);
  if (!chosen || path === undefined || rest.length > 0) throw new ImportError(USAGE);
  if (!existsSync(databasePath())) {
    throw new ImportError("There is no database yet: start the site once, which makes it.");
  }
  const refused = join(dirname(databasePath()), `import-${kind}-refused.txt`);
  const refusals = new Refusals(refused, chosen.row);
  const input = openInput(path);
  // Milliseconds. Unlike the site, an import can wait for other writers.
  const database = connect(databaseUrl(), { busyTimeout: 30_000 });
  try {
    for (const line of await chosen.run(database, input, options, refusals)) console.log(line);
  } finally {
    await database.$disconnect();
  }
  if (refusals.size > 0) {
    console.log(`${countOf(refusals.size, "row")} could not be used: see ${refusals.file}.`);
  } else if (refusals.noted > 0) console.log(`See ${refusals.file}.`);
} catch (error) {
  if (!(error instanceof ImportError) && !(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
