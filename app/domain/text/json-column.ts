import { z } from "zod";

/** A column in which SQLite hands over JSON, read as what the schema says. */
export function jsonColumn<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);
}
