import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { Build } from "./build.ts";
import { logRequest } from "./log-requests.ts";
import { PageCache } from "./page-cache.ts";
import { ReadBudget } from "./read-budget.ts";
import { refusalLog } from "./refusal-log.ts";
import { refuse, refuseWhatIsNoHttp } from "./refusals.ts";
import { serveSite } from "./site.ts";
import { staticFiles } from "./static-files.ts";

type HostOptions = {
  build: Build;
  clientFolder: string;
  /** Different after every commit; undefined while that is unknown. */
  readData: () => string | undefined;
  cacheBytes: number;
  /** Pages a second; 0 for no limit. */
  readBudget: number;
  log: Logger;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Answers what is for the operator only; false for all other requests. */
  answerOperator?: (request: IncomingMessage, response: ServerResponse) => boolean;
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const TIMEOUTS = {
  headersTimeout: 10 * SECOND,
  // Enough for a megabyte over a bad mobile connection.
  requestTimeout: MINUTE,
  // Longer than proxies keep a connection, so that they close it first.
  keepAliveTimeout: 65 * SECOND,
  connectionsCheckingInterval: 2 * SECOND,
};

/** Does not listen yet. Serves build files, then cached pages, then the site. */
export function createHost({
  build,
  clientFolder,
  readData,
  cacheBytes,
  readBudget,
  log,
  now = Date.now,
  answerOperator = () => false,
}: HostOptions) {
  const cache = new PageCache({
    bytes: cacheBytes,
    // Pages are right about the time until the minute ends, in every time zone.
    readState() {
      const data = cacheBytes > 0 ? readData() : undefined;
      return data === undefined ? undefined : `${data} ${Math.floor(now() / MINUTE)}`;
    },
  });
  const site = {
    build,
    cache,
    reads: new ReadBudget(readBudget),
    posts: new ReadBudget(readBudget),
  };
  const fail = (error: unknown, request: IncomingMessage, response: ServerResponse) => {
    if (!response.destroyed) log.error({ err: error, method: request.method }, "request failed");
    refuse(response, 500);
  };
  const serve = staticFiles(clientFolder, (request, response) => {
    serveSite(site, request, response).catch((error: unknown) => fail(error, request, response));
  });
  const server: Server = createServer(TIMEOUTS, (request, response) => {
    // What is thrown here would end the process.
    try {
      logRequest({ log, pathToLog: build.pathToLog }, request, response);
      if (!answerOperator(request, response)) serve(request, response);
    } catch (error) {
      fail(error, request, response);
    }
  });
  // For clients that neither read nor write.
  server.timeout = 2 * MINUTE;
  refuseWhatIsNoHttp(server, refusalLog(log, now));
  return { server, cache };
}
