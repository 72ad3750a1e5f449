import { createInterface } from "node:readline";
import { z } from "zod";
import { databaseFile } from "./database-file.ts";
import { Engine, EngineError } from "./engine.ts";

const requestSchema = z.object({
  id: z.number(),
  method: z.string(),
  params: z.unknown().optional(),
});
const diffResult = z.object({ stdout: z.string().nullish() });

/**
 * Answers the CLI's JSON-RPC requests, one a line on standard input, until the input ends.
 * @param datamodels paths of the Prisma schema's files @param datasource the CLI's --datasource, if given
 */
export async function serveRequests(
  datamodels: string[],
  datasource: string | undefined,
): Promise<void> {
  const engine = openEngine(datamodels, datasource);
  const lines = createInterface({ input: process.stdin });
  // The CLI sends it right after its last answer, while the database is still open.
  process.once("SIGTERM", () => lines.close());
  for await (const line of lines) {
    const message: unknown = JSON.parse(line);
    const request = requestSchema.safeParse(message);
    // Anything else is the CLI's acknowledgement of our "print".
    if (request.success) await answer(engine, request.data);
  }
  if (engine instanceof Engine) await engine.close();
  // Our open pipes would keep the CLI waiting.
  process.stdout.write("", () => process.exit());
}

/** The CLI takes an exit without an answer for success, so a failed start is reported in the answers. */
function openEngine(datamodels: string[], datasource: string | undefined): Engine | Error {
  try {
    return new Engine(datasource ? databaseFile(datasource) : ":memory:", datamodels);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function answer(
  engine: Engine | Error,
  { id, method, params }: z.infer<typeof requestSchema>,
): Promise<void> {
  try {
    if (engine instanceof Error) throw engine;
    const result = await engine.call(method, params);
    const text = method === "diff" ? diffResult.parse(result).stdout : undefined;
    if (text) send({ id, jsonrpc: "2.0", method: "print", params: { content: text } });
    send({ id, jsonrpc: "2.0", result: result ?? {} });
  } catch (error) {
    send({ id, jsonrpc: "2.0", error: describe(error) });
  }
}

function describe(error: unknown) {
  const message = error instanceof Error ? error.message : String(error);
  const known = error instanceof EngineError ? { error_code: error.code, meta: error.meta } : {};
  return {
    code: 4466,
    message: "An error happened. Check the data field for details.",
    data: { is_panic: false, message, ...known },
  };
}

function send(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
