import { spawnSync } from "node:child_process";
import autocannon from "autocannon";
import { loadByWrk } from "./load-by-wrk.ts";
import { processorTime } from "./process-figures.ts";

export type Load = { requestsPerSecond: number; microsecondsPerRequest: number };

export type Answers = { answered: number; failed: number; seconds: number };

type Target = { url: string; pid: number; headers?: Record<string, string> };

const CONNECTIONS = 16;

/** wrk leaves more of a small machine to the server. */
export const LOAD_GENERATOR = spawnSync("wrk", ["-v"]).error ? "autocannon" : "wrk";

/** @param duration seconds. Throws unless every answer is a 200, since a page of errors is quick. */
export async function loadPage(
  { url, pid, headers = {} }: Target,
  duration: number,
): Promise<Load> {
  const target = { url, headers, connections: CONNECTIONS, duration };
  const before = processorTime(pid);
  const { answered, failed, seconds } = await (LOAD_GENERATOR === "wrk"
    ? loadByWrk(target)
    : loadByAutocannon(target));
  const used = processorTime(pid) - before;
  if (answered === 0 || failed > 0) {
    throw new Error(`${url} answered ${answered} times, and failed ${failed} times.`);
  }
  return { requestsPerSecond: answered / seconds, microsecondsPerRequest: used / answered };
}

async function loadByAutocannon(target: Parameters<typeof autocannon>[0]): Promise<Answers> {
  const result = await autocannon(target);
  return {
    answered: result["2xx"],
    failed: result.non2xx + result.errors,
    seconds: result.duration,
  };
}
