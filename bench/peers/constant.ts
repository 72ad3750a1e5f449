import { createServer } from "node:http";
import { announce } from "./announce.ts";

// The ceiling: node:http sending a ready text of the size that the query asks for.
const bodies = new Map<string, Buffer>();

function bodyOf(url = ""): Buffer {
  const known = bodies.get(url);
  if (known) return known;
  const body = Buffer.alloc(
    Number(new URL(url, "http://localhost").searchParams.get("bytes")),
    "a",
  );
  bodies.set(url, body);
  return body;
}

announce(
  createServer((request, response) => {
    const body = bodyOf(request.url);
    response.writeHead(200, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Length": body.length,
    });
    response.end(body);
  }),
);
