import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";

// Milliseconds.
const SLOW = 1000;

const references = new WeakMap<ServerResponse, string>();

/** What a failure is called in the log. */
export function noteReference(
  response: ServerResponse,
  reference: string | null | undefined,
): void {
  if (reference) references.set(response, reference);
}

type RequestLog = {
  log: Logger;
  /** Without secrets. */
  pathToLog: (path: string) => string;
};

/** A line for each request where that is asked for, and always for those that failed for now or took long. */
export function logRequest(
  { log, pathToLog }: RequestLog,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { method, url = "" } = request;
  let start = performance.now();
  // A slow upload is the visitor's line, not the site.
  request.once("end", () => {
    if (!response.headersSent) start = performance.now();
  });
  response.once("close", () => {
    const milliseconds = Math.round(performance.now() - start);
    const { statusCode: status } = response;
    const reference = references.get(response);
    const line = {
      method,
      path: pathToLog(url.split("?")[0] ?? ""),
      status,
      milliseconds,
      reference,
    };
    if (status === 503) log.warn(line, "not available");
    else if (milliseconds > SLOW) log.warn(line, "slow request");
    else log.info(line, "request");
  });
}
