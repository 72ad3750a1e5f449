import { createServer, type Server } from "node:http";
import type { Logger } from "pino";
import type { Build } from "./build.ts";
import { PageCache } from "./page-cache.ts";
import { refuse, refuseWhatIsNoHttp } from "./refusals.ts";
import { serveSite } from "./site.ts";
import { staticFiles } from "./static-files.ts";

type HostOptions = {
  build: Build;
  /** The folder of the build's files for browsers. */
  clientFolder: string;
  /** A text that is another one after every commit; undefined while that cannot be told. */
  readData: () => string | undefined;
  /** The most bytes of memory that finished pages may take. */
  cacheBytes: number;
  trustsProxy: boolean;
  log: Logger;
  /** Milliseconds since 1970. */
  now?: () => number;
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const TIMEOUTS = {
  headersTimeout: 10 * SECOND,
  // A form of a megabyte over a bad telephone connection.
  requestTimeout: MINUTE,
  // Longer than proxies keep a connection, so that it is they who close it.
  keepAliveTimeout: 65 * SECOND,
  connectionsCheckingInterval: 2 * SECOND,
};

/** The site's HTTP server, not yet listening: files of the build, kept pages, and the site itself, in this order. */
export function createHost({
  build,
  clientFolder,
  readData,
  cacheBytes,
  trustsProxy,
  log,
  now = Date.now,
}: HostOptions) {
  const cache = new PageCache({
    bytes: cacheBytes,
    // What is said of the time is right until the minute ends, in every time zone.
    readState() {
      const data = cacheBytes > 0 ? readData() : undefined;
      return data === undefined ? undefined : `${data} ${Math.floor(now() / MINUTE)}`;
    },
  });
  const site = { build, cache, trustsProxy };
  const serve = staticFiles(clientFolder, (request, response) => {
    serveSite(site, request, response).catch((error: unknown) => {
      if (!response.destroyed) log.error({ err: error, method: request.method }, "request failed");
      refuse(response, 500);
    });
  });
  const logsRequests = log.isLevelEnabled("info");
  const server: Server = createServer(TIMEOUTS, (request, response) => {
    if (logsRequests) {
      const { method, url = "" } = request;
      const start = performance.now();
      response.once("close", () => {
        const milliseconds = Math.round(performance.now() - start);
        log.info(
          { method, path: url.split("?")[0], status: response.statusCode, milliseconds },
          "request",
        );
      });
    }
    // While the site ends, connections do too.
    if (!server.listening) response.setHeader("Connection", "close");
    serve(request, response);
  });
  // A client that neither reads nor writes is hung up on.
  server.timeout = 2 * MINUTE;
  refuseWhatIsNoHttp(server);
  return { server, cache };
}
