import { createInterface } from "node:readline";
import { z } from "zod";
import { databaseFile } from "./database-file.ts";
import { Engine, EngineError } from "./engine.ts";

const requestSchema = z.object({ id: z.number(), method: z.string(), params: z.unknown() });
const diffResult = z.object({ stdout: z.string().nullish() });

/**
 * Answers the CLI's JSON-RPC requests, one a line on standard input, until the input ends or the CLI sends SIGTERM,
 * which it does while the last answer is hardly read.
 * @param datamodels paths of the Prisma schema's files @param datasource the CLI's --datasource, if it gave one
 */
export async function serveRequests(datamodels: string[], datasource: string | undefined): Promise<void> {
  const lines = createInterface({ input: process.stdin });
  process.once("SIGTERM", () => lines.close());
  let engine: Engine | undefined;
  for await (const line of lines) {
    const request = requestSchema.safeParse(JSON.parse(line));
    // What is no request is the CLI's acknowledgement of our "print".
    if (!request.success) continue;
    // An engine that cannot start says so in its answer: the CLI takes an exit without one for success.
    engine ??= ...
    await answer(engine, request.data);
  }
  process.stdin.destroy();
}
