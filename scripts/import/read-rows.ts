import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { z } from "zod";
import { ImportError } from "./import-error.ts";

export type Row = { line: number; values: string[] };

const rowSchema = z.object({
  record: z.array(z.string()),
  info: z.object({ lines: z.number() }),
});

const LONGEST_ROW = 100_000;

/** The rows of a CSV file, with the line that each ends in. Throws ImportError where it is no CSV, or its end is missing. */
export async function* readRows(text: AsyncIterable<string>): AsyncGenerator<Row> {
  let end = "";
  async function* noteTheEnd() {
    for await (const part of text) {
      if (part !== "") end = part.slice(-1);
      yield part;
    }
  }
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    max_record_size: LONGEST_ROW,
  });
  // What goes wrong with the text is thrown where the rows are read.
  pipeline(Readable.from(noteTheEnd(), { objectMode: true }), parser, () => {});
  let width = 0;
  let last: Row = { line: 0, values: [] };
  try {
    for await (const read of parser) {
      const { record, info } = rowSchema.parse(read);
      last = { line: info.lines, values: record };
      width ||= record.length;
      yield last;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ImportError(
      `This is no whole CSV file, so that nothing was changed. ${error.message}.`,
    );
  }
  if (end !== "\n" && last.values.length < width) {
    throw new ImportError(
      `The file ends in the middle of line ${last.line}, so that nothing was changed. Fetch it again.`,
    );
  }
}
