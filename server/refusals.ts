import { type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";

const SENTENCES: Record<number, string> = {
  400: "The address or the request cannot be read.",
  408: "The request took too long to arrive. Send it again.",
  431: "The request’s headers are too long. Clear this site’s cookies and try again.",
  500: "Something went wrong. Try again in a moment.",
  501: "This site does not know that method.",
};

const STATUS_OF_ERROR: Record<string, number> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
  HPE_INVALID_METHOD: 501,
};

/** For requests that cannot be handed to the site. Closes the connection. */
export function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, headersOf(status)).end(pageOf(status));
}

/** Closes the connection. */
export function refuseWhatIsNoHttp(server: Server): void {
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    const status = STATUS_OF_ERROR[error.code ?? ""] ?? 400;
    const headers = Object.entries(headersOf(status)).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers.join("")}\r\n${pageOf(status)}`,
    );
  });
}

function headersOf(status: number) {
  return {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": String(Buffer.byteLength(pageOf(status))),
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    Connection: "close",
  };
}

function pageOf(status: number): string {
  const title = STATUS_CODES[status];
  return `<!doctype html>
<html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<h1>${title}</h1><p>${SENTENCES[status]} <a href="/places">See all places</a></p></html>
`;
}
