import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Gauge, Registry } from "prom-client";
import type { Status } from "./status.ts";

type OperatorPages = {
  /** Without one there are no such pages. */
  token: string | undefined;
  readStatus: () => Promise<Status>;
};

/** Answers /metrics and /healthz?verbose for whoever has the token. @returns false for all other requests */
export function operatorPages({ token, readStatus }: OperatorPages) {
  const metrics = createMetrics();
  return function answer(request: IncomingMessage, response: ServerResponse): boolean {
    // Not by URL, which throws for addresses that anybody may send.
    const [pathname = "", query = ""] = (request.url ?? "/").split("?", 2);
    const isVerbose = pathname === "/healthz" && new URLSearchParams(query).has("verbose");
    if (token === undefined || (pathname !== "/metrics" && !isVerbose)) return false;
    if (!hasToken(request, token)) {
      send(response, 401, { "Content-Type": "text/plain", "WWW-Authenticate": "Bearer" }, UNKNOWN);
      return true;
    }
    const answering = readStatus().then(async (status) =>
      isVerbose
        ? send(response, 200, { "Content-Type": "application/json" }, describe(status))
        : send(response, 200, { "Content-Type": metrics.type }, await metrics.write(status)),
    );
    answering.catch(() => send(response, 503, { "Content-Type": "text/plain" }, UNREADABLE));
    return true;
  };
}

const UNKNOWN = "Send the site's STATUS_TOKEN: Authorization: Bearer ...\n";
const UNREADABLE = "The database cannot be read.\n";

function hasToken({ headers }: IncomingMessage, token: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(headers.authorization ?? ""), digest(`Bearer ${token}`));
}

function describe(status: Status): string {
  const body = { status: status.trouble === null ? "ok" : "degraded", ...status };
  return `${JSON.stringify(body, null, 2)}\n`;
}

function send(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: string,
): void {
  response
    .writeHead(status, {
      ...headers,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      ...(status === 503 ? { "Retry-After": "30" } : {}),
    })
    .end(body);
}

const HELP: Partial<Record<keyof Status, string>> = {
  uptimeSeconds: "Since the process started",
  memoryBytes: "Resident memory of the process",
  openFiles: "Open file descriptors of the process",
  databaseBytes: "Size of the database's file",
  logBytes: "Size of SQLite's write-ahead log",
  freeBytes: "Free space on the database's disk",
  backupAgeSeconds: "Age of the newest backup",
  replicaLagSeconds: "How far the replica is behind",
  waitingWrites: "Writes that wait for their turn",
  keptPages: "Finished pages that are kept",
  keptBytes: "Memory that they take",
  cacheHits: "Requests answered by a kept page since the start",
  cacheMisses: "Public pages that were made since the start",
};

function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  const named = (name: string) =>
    `fork_and_filter_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
  const gauges = new Map(
    Object.entries(HELP).map(([key, help]) => [
      key,
      new Gauge({ name: named(key), help, registers }),
    ]),
  );
  const canPost = new Gauge({ name: named("canPost"), help: "1 while people can post", registers });
  const info = new Gauge({
    name: named("info"),
    help: "The release that runs, and the database's newest migration",
    labelNames: ["version", "commit", "migration"],
    registers,
  });
  return {
    type: registry.contentType,
    write(status: Status): Promise<string> {
      const { version, commit, migration } = status;
      info.reset();
      info.set({ version, commit: commit ?? "", migration }, 1);
      canPost.set(status.trouble === null ? 1 : 0);
      for (const [key, value] of Object.entries(status)) {
        gauges.get(key)?.set(typeof value === "number" ? value : Number.NaN);
      }
      return registry.metrics();
    },
  };
}
