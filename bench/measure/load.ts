import autocannon from "autocannon";
import { processorTime } from "./process-figures.ts";

export type Load = { requestsPerSecond: number; microsecondsPerRequest: number };

type Target = { url: string; pid: number; headers?: Record<string, string> };

/**
 * Asks a server for one address from 16 connections for some seconds.
 * Throws when an answer is not a 200, since a page of errors is quick.
 * @returns how many answers a second came, and the processor time of the server for each
 */
export async function loadPage({ url, pid, headers = {} }: Target, seconds: number): Promise<Load> {
  const before = processorTime(pid);
  const result = await autocannon({ url, connections: 16, duration: seconds, headers });
  const used = processorTime(pid) - before;
  const answered = result["2xx"];
  if (answered === 0 || result.non2xx > 0 || result.errors > 0) {
    throw new Error(
      `${url} answered ${answered} times with 200, ${result.non2xx} otherwise, ${result.errors} not at all.`,
    );
  }
  return { requestsPerSecond: answered / result.duration, microsecondsPerRequest: used / answered };
}
