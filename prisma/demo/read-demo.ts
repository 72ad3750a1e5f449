import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { z } from "zod";
import { type DemoPlace, offsetSchema, placeSchema } from "./place-schema.ts";

/** The message has a line for each mistake: file, field, what to change. */
export class DemoError extends Error {}

export type Demo = {
  cuisines: string[];
  members: string[];
  postcodes: Record<string, z.output<typeof offsetSchema>>;
  /** In the order of the numbers in their file names. The rest of the name is the key by which the seed knows it again. */
  places: (DemoPlace & { key: string })[];
};

const names = z.array(z.string().min(1));

/** Throws DemoError for the first file with a mistake. */
export function readDemo(folder: string = import.meta.dirname): Demo {
  const cuisines = readJson(join(folder, "cuisines.json"), names);
  const members = readJson(join(folder, "members.json"), names);
  const postcodes = readJson(join(folder, "postcodes.json"), z.record(z.string(), offsetSchema));
  const schema = placeSchema({ members, cuisines });
  const places = placeFiles(join(folder, "places")).map(({ file, key }) => ({
    ...readJson(file, schema),
    key,
  }));
  return { cuisines, members, postcodes, places };
}

function placeFiles(folder: string): { file: string; key: string }[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => {
      const file = join(folder, name);
      const [, number, key] = /^(\d+)-([a-z0-9-]+)\.json$/.exec(name) ?? [];
      if (!number || !key) {
        throw new DemoError(`${shownPath(file)}: Name it like 42-the-name-of-the-place.json`);
      }
      return { file, key, number: Number(number) };
    })
    .sort((one, other) => one.number - other.number);
  const twice = files.find(({ number }, index) => files[index - 1]?.number === number);
  if (twice) throw new DemoError(`${shownPath(twice.file)}: Choose a number that no other has`);
  return files;
}

function readJson<Output>(file: string, schema: z.ZodType<Output>): Output {
  const read = schema.safeParse(parseJson(file));
  if (read.success) return read.data;
  const mistakes = read.error.issues.map(
    ({ path, message }) => `${shownPath(file)}: ${fieldOf(path)}${message}`,
  );
  throw new DemoError(mistakes.join("\n"));
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new DemoError(`${shownPath(file)}: ${error.message}`);
  }
}

/** Numbers are counted from 1: "reviews 3, rating: ". */
function fieldOf(path: PropertyKey[]): string {
  if (path.length === 0) return "";
  const words = path.map((part) =>
    typeof part === "number" ? ` ${part + 1}` : `, ${String(part)}`,
  );
  return `${words.join("").slice(2)}: `;
}

function shownPath(file: string): string {
  return relative(process.cwd(), file);
}
