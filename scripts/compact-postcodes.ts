import { writeFileSync } from "node:fs";
import { SettingsError } from "../app/db/settings.ts";
import { campusPosition } from "../app/domain/site/site.server.ts";
import { ImportError } from "./import/import-error.ts";
import { openInput } from "./import/input.ts";
import { readOptions } from "./import/options.ts";
import { readPostcodes } from "./import/read-postcodes.ts";

// `node scripts/compact-postcodes.ts FILE --within 2km`: writes prisma/postcodes/first-campus.csv from the ONS's table, to four
// decimals (11 m), which is as near as a postcode is.
const TARGET = "prisma/postcodes/first-campus.csv";

try {
  const { words, options } = readOptions(process.argv.slice(2), campusPosition());
  const [path, ...rest] = words;
  if (path === undefined || rest.length > 0) throw new ImportError("Name the file to read.");
  const lines = new Map<string, string>();
  for await (const row of readPostcodes(openInput(path).text)) {
    if ("problem" in row) continue;
    const { postcode, latitude, longitude } = row.value;
    if (!options.reaches(row.value)) continue;
    lines.set(postcode, `${postcode},${latitude.toFixed(4)},${longitude.toFixed(4)}`);
  }
  const sorted = [...lines.values()].sort();
  writeFileSync(TARGET, ["postcode,latitude,longitude", ...sorted, ""].join("\n"));
  console.log(`Wrote ${sorted.length} postcodes to ${TARGET}.`);
} catch (error) {
  if (!(error instanceof ImportError) && !(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
