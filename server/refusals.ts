import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { POLICY, STYLE } from "./plain-page.ts";

const SENTENCES: Record<number, string> = {
  400: "The address or the request cannot be read.",
  405: "Addresses here take GET, HEAD, POST, OPTIONS.",
  408: "The request took too long to arrive. Send it again.",
  417: "This site promises nothing before it has the whole request. Send it without “Expect”.",
  431: "The request’s headers are too long. Clear this site’s cookies and try again.",
  500: "Something went wrong. Try again in a moment.",
  501: "This site does not know that method.",
  503: "Many pages were asked for from your network at once. Wait a few seconds, then load this page again; if you sent a form, go back and send it again.",
};

const TITLES: Record<number, string> = { 503: "One moment, please" };

const STATUS_OF_ERROR: Record<string, number> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
  HPE_INVALID_METHOD: 501,
};

/** For requests that cannot be handed to the site. Closes the connection. */
export function refuse(response: ServerResponse, status: number): void {
  send(response, status, { Connection: "close" });
}

/** The connection stays. @param wait seconds */
export function refuseForNow(response: ServerResponse, wait: number): void {
  send(response, 503, { "Retry-After": String(wait) });
}

function send(response: ServerResponse, status: number, more: Record<string, string>): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { ...headersOf(status), ...more }).end(pageOf(status));
}

/** Answers what Node would answer by itself, with as many headers as the site's. Closes the connection. */
export function refuseWhatIsNoHttp(
  server: Server,
  noteRefusal: (status: number, why: string | undefined) => void,
): void {
  const end = (socket: Duplex, status: number, why: string | undefined) => {
    noteRefusal(status, why);
    const headers = Object.entries({ ...headersOf(status), Connection: "close" });
    const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines}\r\n${pageOf(status)}`);
  };
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    end(socket, STATUS_OF_ERROR[error.code ?? ""] ?? 400, error.code);
  });
  server.on("connect", (_request: IncomingMessage, socket: Duplex) => {
    socket.on("error", () => socket.destroy());
    end(socket, 405, "CONNECT");
  });
  server.on("checkExpectation", (_request: IncomingMessage, response: ServerResponse) => {
    noteRefusal(417, "Expect");
    refuse(response, 417);
  });
}

// Those that the site adds to its own answers; a test compares them.
const SECURITY_HEADERS = {
  "Content-Security-Policy": POLICY,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "camera=(), geolocation=(self), microphone=(), payment=(), browsing-topics=()",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

function headersOf(status: number) {
  return {
    ...SECURITY_HEADERS,
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": String(Buffer.byteLength(pageOf(status))),
    "Cache-Control": "no-store",
  };
}

function pageOf(status: number): string {
  const title = TITLES[status] ?? STATUS_CODES[status];
  return `<!doctype html>
<html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${STYLE}</style>
<main><h1>${title}</h1><p>${SENTENCES[status]}</p><p><a href="/places">See all places</a></p></main></html>
`;
}
