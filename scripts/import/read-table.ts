import { z } from "zod";
import { ImportError } from "./import-error.ts";
import { readJson } from "./read-json.ts";
import { readRows } from "./read-rows.ts";

/** A row of one of the site's own files: what it says under each name. */
export type TableRow = { line: number; fields: ReadonlyMap<string, string> };

/** Several values of one field: a list in JSON, and in CSV between these. */
export const LIST_SEPARATOR = ";";

/**
 * The rows of a CSV file whose first row names the columns, or of a JSON list of objects, told apart by how the text begins.
 * @param columns those that there are @param list the name of the list, where the JSON is an object
 */
export async function* readTable(
  text: AsyncIterable<string>,
  { columns, list }: { columns: readonly string[]; list: string },
): AsyncGenerator<TableRow | { line: number; problem: string }> {
  const { first, whole } = await peek(text);
  yield* first === "[" || first === "{" ? fromJson(whole, columns, list) : fromCsv(whole, columns);
}

/** The first letter of a text, and the whole of it. */
async function peek(text: AsyncIterable<string>) {
  const parts = text[Symbol.asyncIterator]();
  let start = "";
  while (start.trim() === "") {
    const next = await parts.next();
    if (next.done) break;
    start += next.value;
  }
  async function* whole(): AsyncGenerator<string> {
    yield start;
    for (let next = await parts.next(); !next.done; next = await parts.next()) yield next.value;
  }
  return { first: start.trimStart().slice(0, 1), whole: whole() };
}

async function* fromCsv(text: AsyncIterable<string>, columns: readonly string[]) {
  let names: string[] | undefined;
  for await (const { line, values } of readRows(text)) {
    if (!names) {
      names = values.map((name) => name.toLowerCase());
      expectColumns(names, columns);
      continue;
    }
    if (values.length !== names.length) {
      yield { line, problem: `it has ${values.length} columns instead of ${names.length}` };
      continue;
    }
    const named = names.map((name, index): [string, string] => [name, values[index] ?? ""]);
    yield { line, fields: new Map(named) };
  }
  if (!names) throw new ImportError("There is no row in it.");
}

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const value = z.union([cell, z.array(cell)]);
const row = z.union([z.string().transform((name) => ({ name })), z.record(z.string(), value)]);

async function* fromJson(text: AsyncIterable<string>, columns: readonly string[], list: string) {
  let line = 0;
  for await (const { value: said } of readJson(text, { lists: [list], single: [] })) {
    line += 1;
    const read = row.safeParse(said);
    if (!read.success) {
      yield { line, problem: "it is no object of texts and numbers" };
      continue;
    }
    const fields = Object.entries(read.data);
    const unknown = fields.find(([name]) => !columns.includes(name.toLowerCase()));
    if (unknown) yield { line, problem: `there is no column “${unknown[0].slice(0, 40)}”` };
    else {
      yield {
        line,
        fields: new Map(fields.map(([name, one]) => [name.toLowerCase(), textOf(one)])),
      };
    }
  }
  if (line === 0) throw new ImportError(`There is no list “${list}” in it, or it is empty.`);
}

function textOf(said: z.infer<typeof value>): string {
  return Array.isArray(said) ? said.map(textOf).join(LIST_SEPARATOR) : String(said ?? "");
}

function expectColumns(names: string[], columns: readonly string[]): void {
  const wrong = names.find((name) => !columns.includes(name));
  const isMissing = !names.includes("name");
  if (wrong === undefined && !isMissing) return;
  const words = isMissing
    ? "The first row must name the columns"
    : `There is no column “${wrong?.slice(0, 40)}”`;
  throw new ImportError(`${words}. They are: ${columns.join(", ")}.`);
}
