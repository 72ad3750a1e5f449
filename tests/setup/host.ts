import { type IncomingHttpHeaders, request } from "node:http";
import { buffer } from "node:stream/consumers";
import { pino } from "pino";
import { afterAll } from "vitest";
import type { Build } from "../../server/build.ts";
import { createHost } from "../../server/host.ts";

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer; text: string };
type Question = { method?: string; headers?: Record<string, string>; body?: string };

/** Unlike fetch, sends exactly these headers, and neither follows nor decodes. */
export function ask(
  url: string,
  { method = "GET", headers = {}, body }: Question = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { method, headers, agent: false }, (answer) => {
      buffer(answer).then(
        (received) =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: received,
            text: received.toString(),
          }),
        reject,
      );
    });
    asking.once("error", reject).end(body);
  });
}

type HostOptions = {
  build: Build;
  readData?: () => string | undefined;
  cacheBytes?: number;
  readBudget?: number;
  now?: () => number;
};

/** Our host in this process on a free port, until the test file ends. */
export async function openHost({
  build,
  readData = () => "1",
  cacheBytes = 32_000_000,
  now = () => 0,
  ...options
}: HostOptions) {
  const { server, cache } = createHost({
    build,
    readData,
    cacheBytes,
    now,
    readBudget: 0,
    ...options,
    clientFolder: "build/client",
    log: pino({ level: "silent" }),
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    port,
    server,
    cache,
    ask: (path: string, question?: Question) => ask(url + path, question),
  };
}

/**
 * A public site that answers with the function's result, and records the requests it gets.
 * @param own what it does otherwise than usual
 */
export function standInBuild(
  answer: (request: Request) => Response | Promise<Response>,
  own: Partial<Build> = {},
) {
  const asked: Request[] = [];
  const build: Build = {
    publicAddress: (path) => path,
    readStatus: async () => ({ migration: "none", trouble: null, waitingWrites: 0 }),
    close: async () => {},
    async fetch(request) {
      asked.push(request);
      return answer(request);
    },
    isPersonal: async (_url, cookie) => /(?:^|; )(?:flash|new-code)=/.test(cookie),
    readProxy: (_header, peer) => ({ isHttps: false, address: peer }),
    limitKey: (address) => address ?? "unknown",
    pathToLog: (path) => path,
    ...own,
  };
  return { build, asked };
}

export function publicPage(html: string, init: ResponseInit = {}): Response {
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "public, max-age=0, s-maxage=60",
  };
  return new Response(html, { ...init, headers: { ...headers, ...init.headers } });
}
