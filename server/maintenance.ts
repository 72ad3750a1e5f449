import { createServer, type Server } from "node:http";
import { readSettings } from "../app/db/settings.ts";
import { listen } from "./listen.ts";
import { POLICY, STYLE } from "./plain-page.ts";

// `node server/maintenance.ts REASON`: answers in the site's place while its database cannot be used, so that the machine
// stays up for whoever mends it.
if (import.meta.main) {
  const reason = process.argv[2] || "The log says why the database cannot be used.";
  const { PORT, HOST, SITE_NAME } = readSettings();
  const server = createMaintenance(reason, SITE_NAME);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(0));
  await listen(server, PORT, HOST);
  console.error(`Only a page that says so is served: ${reason}`);
}

/** Does not listen yet. Answers everything with 503. */
export function createMaintenance(reason: string, siteName: string): Server {
  return createServer((request, response) => {
    const path = request.url?.split("?")[0];
    const [type, body] =
      path === "/healthz"
        ? ["application/json", JSON.stringify({ status: "down", reason })]
        : ["text/html; charset=utf-8", pageOf(reason, siteName)];
    response.writeHead(503, {
      "Content-Type": type,
      "Content-Length": Buffer.byteLength(body),
      "Content-Security-Policy": POLICY,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
      "Retry-After": "120",
      Connection: "close",
    });
    response.end(request.method === "HEAD" ? undefined : body);
  });
}

function pageOf(reason: string, siteName: string): string {
  const name = escapeHtml(siteName);
  return `<!doctype html>
<html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Back soon - ${name}</title><style>${STYLE}</style>
<main><h1>${name} will be back soon</h1>
<p>It is being looked after. Everything that was posted is kept; try again in a few minutes.</p>
<p>For whoever runs it: ${escapeHtml(reason)}</p></main></html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
