import type { RequestListener, ServerResponse } from "node:http";
import sirv from "sirv";
import { chooseEncoding } from "./accept-encoding.ts";

const HEADERS = {
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
};

/** Serves the build's client folder, compressed at build time. Files under /assets/ have a content hash and never change. */
export function staticFiles(folder: string, serveOther: RequestListener): RequestListener {
  const serve = sirv(folder, { etag: true, brotli: true, gzip: true, extensions: [], setHeaders });
  return function serveStatic(request, response) {
    const { headers, method } = request;
    if (method !== "GET" && method !== "HEAD") return serveOther(request, response);
    const accepted = headers["accept-encoding"];
    const range = headers.range;
    // sirv ignores q-values. Ranges of small files are not worth supporting.
    headers["accept-encoding"] = chooseEncoding(accepted);
    delete headers.range;
    response.once("pipe", (file) => response.once("close", () => file.destroy()));
    serve(request, response, () => {
      Object.assign(headers, { "accept-encoding": accepted, range });
      serveOther(request, response);
    });
  };
}

function setHeaders(response: ServerResponse, path: string): void {
  const age = path.startsWith("/assets/") ? "max-age=31536000, immutable" : "max-age=3600";
  response.setHeader("Cache-Control", `public, ${age}`);
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
}
