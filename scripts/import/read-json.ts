import { JSONParser } from "@streamparser/json";
import { ImportError } from "./import-error.ts";
import { JsonGuard } from "./json-guard.ts";

/** A value of the outermost object, by its name; of a list each item by itself. Without a name: the file is a list. */
type JsonValue = { name: string; value: unknown };

/**
 * The values of a JSON file as they stream in. Throws ImportError where it is no whole JSON.
 * @param lists the names of those that are lists @param single the names of others
 */
export async function* readJson(
  parts: AsyncIterable<string>,
  { lists, single }: { lists: string[]; single: string[] },
): AsyncGenerator<JsonValue> {
  const guard = new JsonGuard();
  const found: JsonValue[] = [];
  let parser: JSONParser | undefined;
  const open = (first: string) => {
    if (first !== "{" && first !== "[") throw new ImportError("This is no JSON file.");
    const named = [...lists.map((name) => `$.${name}.*`), ...single.map((name) => `$.${name}`)];
    const opened = new JSONParser({ paths: first === "[" ? ["$.*"] : named, keepStack: false });
    opened.onValue = ({ value, key, stack }) => {
      guard.valueRead();
      const list = stack.at(-1)?.key;
      found.push({ name: String(list ?? (first === "[" ? "" : key)), value });
    };
    return opened;
  };
  try {
    for await (const part of parts) {
      if (!parser && part.trim() === "") continue;
      parser ??= open(part.trimStart().slice(0, 1));
      guard.check(part);
      parser.write(part);
      yield* found.splice(0);
    }
  } catch (error) {
    if (error instanceof ImportError || !(error instanceof Error)) throw error;
    throw new ImportError(
      `This is no whole JSON file, so that nothing was changed. ${error.message.slice(0, 200)}`,
    );
  }
  if (!parser) throw new ImportError("There is nothing in it.");
  if (!parser.isEnded) {
    throw new ImportError("The file ends too early, so that nothing was changed. Fetch it again.");
  }
}
