/** A value on its way from a loader to its component, as one text. On the server the value goes along, and is not sent. */
type Json<Value> = { json: string; value?: Value };

type Row = Record<string, unknown>;
type Columns = Record<string, unknown[]>;

// The field of a list that goes as columns. No name of ours has such a sign.
const COLUMNS = "|";

/**
 * What a loader returns that has a lot of small parts. React Router's own format numbers each of them, which makes the
 * hydration data of a list twice as long when it is compressed. Lists of objects go as columns, which compress best.
 * Only for what JSON can say, and objects that lack a field: no dates, no maps.
 */
export function packRows<Value>(value: Value): Json<Value> {
  const json = JSON.stringify(value, (_, part) =>
    isRows(part) ? { [COLUMNS]: columnsOf(part) } : part,
  );
  return Object.defineProperty({ json }, "value", { value, enumerable: false });
}

/** The value again. */
export function unpackRows<Value>({ json, value }: Json<Value>): Value {
  if (value !== undefined) return value;
  return JSON.parse(json, (_, part) => (part?.[COLUMNS] ? rowsOf(part[COLUMNS]) : part));
}

function isRows(part: unknown): part is Row[] {
  return Array.isArray(part) && part.length > 1 && part.every(isRow);
}

function isRow(part: unknown): part is Row {
  if (typeof part !== "object" || part === null || Array.isArray(part)) return false;
  // In a column null says that a row does not have the field.
  const values = Object.values(part);
  return values.length > 0 && !values.includes(null);
}

function columnsOf(rows: Row[]): Columns {
  const names = new Set(rows.flatMap(Object.keys));
  return Object.fromEntries([...names].map((name) => [name, rows.map((row) => row[name])]));
}

function rowsOf(columns: Columns): Row[] {
  const entries = Object.entries(columns);
  const [, first = []] = entries[0] ?? [];
  return first.map((_, index) =>
    Object.fromEntries(
      entries.flatMap(([name, values]) => (values[index] === null ? [] : [[name, values[index]]])),
    ),
  );
}
