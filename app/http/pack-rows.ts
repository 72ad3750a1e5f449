/** On the server `value` is passed through and never sent. */
type Json<Value> = { json: string; value?: Value };

type Row = Record<string, unknown>;
type Columns = Record<string, unknown[] | string>;

const COLUMNS = "|";

/** Between the values of a column of texts: quotes and commas cost more. */
const NEXT = "|";

/** React Router numbers every part, which doubles the compressed data of a list. JSON only: no dates, no maps. */
export function packRows<Value>(value: Value): Json<Value> {
  const json = JSON.stringify(value, (_, part) =>
    isRows(part) ? { [COLUMNS]: columnsOf(part) } : part,
  );
  return Object.defineProperty({ json }, "value", { value, enumerable: false });
}

export function unpackRows<Value>({ json, value }: Json<Value>): Value {
  if (value !== undefined) return value;
  return JSON.parse(json, (_, part) => (part?.[COLUMNS] ? rowsOf(part[COLUMNS]) : part));
}

function isRows(part: unknown): part is Row[] {
  return Array.isArray(part) && part.length > 1 && part.every(isRow);
}

function isRow(part: unknown): part is Row {
  if (typeof part !== "object" || part === null || Array.isArray(part)) return false;
  // In a column, null means that the row lacks the field.
  const values = Object.values(part);
  return values.length > 0 && !values.includes(null);
}

function columnsOf(rows: Row[]): Columns {
  const names = new Set(rows.flatMap(Object.keys));
  return Object.fromEntries(
    [...names].map((name) => [name, columnOf(rows.map((row) => row[name]))]),
  );
}

function columnOf(values: unknown[]): unknown[] | string {
  const isText = values.every((value) => typeof value === "string" && !value.includes(NEXT));
  return isText ? values.join(NEXT) : values;
}

function rowsOf(columns: Columns): Row[] {
  const entries = Object.entries(columns).map(([name, column]): [string, unknown[]] => [
    name,
    typeof column === "string" ? column.split(NEXT) : column,
  ]);
  const [, first = []] = entries[0] ?? [];
  return first.map((_, index) =>
    Object.fromEntries(
      entries.flatMap(([name, values]) => (values[index] === null ? [] : [[name, values[index]]])),
    ),
  );
}
