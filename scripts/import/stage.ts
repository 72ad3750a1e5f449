import Database from "better-sqlite3";
import { z } from "zod";
import { ImportError } from "./import-error.ts";
import { Progress } from "./progress.ts";
import type { Refusals } from "./refusals.ts";

/** What a row of the file says, with what of it had to be left out, or why it says nothing. */
export type Read<Value> =
  | { line: number; value: Value; leftOut?: string | undefined }
  | { line: number; problem: string };

type Staged<Value> = {
  /** Of rows with the same key the last one counts. */
  size: number;
  /** Rows that lie elsewhere. */
  outside: number;
  batches: () => Generator<Value[]>;
  close: () => void;
};

type Kind<Value> = {
  schema: z.ZodType<Value>;
  keyOf: (value: Value) => string;
  isWanted: (value: Value) => boolean;
  /** Whether most rows of such a file may well be useless. */
  isSparse?: boolean;
};

const BATCH = 2000;

/**
 * Reads a whole file into a table of its own, which is on disk and vanishes by itself: a file that turns out to be broken
 * near its end changes nothing. Throws ImportError when less than half of it can be read.
 */
export async function stage<Value>(
  rows: AsyncIterable<Read<Value>>,
  { schema, keyOf, isWanted, isSparse = false }: Kind<Value>,
  refusals: Refusals,
): Promise<Staged<Value>> {
  const database = new Database("");
  database.pragma("temp_store = FILE");
  database.exec("CREATE TABLE staged (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT");
  const insert = database.prepare("INSERT OR REPLACE INTO staged VALUES (?, ?)");
  const progress = new Progress();
  let [inside, outside] = [0, 0];
  database.exec("BEGIN");
  for await (const row of rows) {
    progress.count();
    if ("problem" in row) refusals.add(row);
    else if (isWanted(row.value)) {
      if (row.leftOut !== undefined) refusals.note(row.line, row.leftOut);
      insert.run(keyOf(row.value), JSON.stringify(row.value));
      inside += 1;
    } else outside += 1;
  }
  database.exec("COMMIT");
  progress.end();
  await refusals.close();
  if (!isSparse && (refusals.size > inside + outside || inside + outside === 0)) {
    database.close();
    throw new ImportError(
      `Hardly anything in it can be read, so that nothing was changed. ${refusals.first ?? "It has no rows"}.`,
    );
  }
  const count = database.prepare("SELECT COUNT(*) FROM staged").pluck();
  return {
    size: z.number().parse(count.get()),
    outside,
    batches: () => readBatches(database, schema),
    close: () => database.close(),
  };
}

const stagedRows = z.array(z.object({ key: z.string(), value: z.string() }));

function* readBatches<Value>(database: Database.Database, schema: z.ZodType<Value>) {
  const select = database.prepare("SELECT * FROM staged WHERE key > ? ORDER BY key LIMIT ?");
  let last = "";
  for (;;) {
    const rows = stagedRows.parse(select.all(last, BATCH));
    if (rows.length === 0) return;
    yield rows.map(({ value }) => schema.parse(JSON.parse(value)));
    last = rows.at(-1)?.key ?? "";
  }
}
