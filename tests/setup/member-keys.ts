import { z } from "zod";
import { stored, storedValues } from "./stored.ts";

const keys = z.array(z.object({ name: z.string() }));

/** Every column that refers to a member, as "table.column". */
export function columnsThatNameMembers(file: string): string[] {
  return keys
    .parse(
      stored(
        file,
        `SELECT tables.name || '.' || keys."from" AS name
         FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys
         WHERE tables.type = 'table' AND keys."table" = 'members' ORDER BY 1`,
      ),
    )
    .map(({ name }) => name);
}

/** How many rows refer to a member, by column. */
export function countNamed(file: string, memberId: number): Record<string, unknown> {
  return Object.fromEntries(
    columnsThatNameMembers(file).map((key) => {
      const [table, column] = key.split(".");
      return [
        key,
        storedValues(file, `SELECT count(*) FROM ${table} WHERE ${column} = ?`, memberId)[0],
      ];
    }),
  );
}
