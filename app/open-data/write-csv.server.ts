import { stringify } from "csv-stringify/sync";
import type { Kind } from "./kind.ts";

/** RFC 4180. What a spreadsheet would take for a formula begins with an apostrophe. */
export function writeCsv<Item>({ columns }: Kind<Item>, items: Item[]): string {
  const names = Object.keys(columns);
  const rows = items.map((item) => Object.values(columns).map((read) => read(item)));
  return stringify([names, ...rows], {
    record_delimiter: "windows",
    escape_formulas: true,
    cast: { boolean: (value) => (value ? "yes" : "no") },
  });
}
