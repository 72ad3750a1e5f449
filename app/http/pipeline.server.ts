import { RouterContextProvider } from "react-router";
import { isTwin } from "#app/twins.ts";
import { readBody } from "./body.server.ts";
import { isFromElsewhere, refuseCrossSite } from "./cross-site.server.ts";
import { ALLOWED_METHODS, addAllowed, refuseMethod } from "./method.server.ts";
import { findOwnUrl } from "./own-host.server.ts";
import { newReference, type RequestFacts, requestContext } from "./request-context.server.ts";
import { addSecurityHeaders } from "./security-headers.server.ts";
import { type Client, clientAddress, visitedUrl } from "./trusted-proxy.server.ts";

type RequestHandler = (request: Request, context: RouterContextProvider) => Promise<Response>;

/** A refused request still reaches React Router, without its body, for its error page. */
export function createPipeline(
  handle: RequestHandler,
): (request: Request, client?: Client) => Promise<Response> {
  return async function fetch(request, client) {
    const visited = visitedUrl(request, client);
    makeDecodable(visited);
    const own = findOwnUrl(request, visited);
    if (own instanceof Response) {
      addSecurityHeaders(own, visited);
      return own;
    }
    const response =
      request.method === "OPTIONS"
        ? new Response(null, { status: 204, headers: optionsOf(own.pathname) })
        : await handleUnlessRefused(request, { url: own, client, handle });
    addAllowed(response);
    addSecurityHeaders(response, own);
    return response;
  };
}

/** Browsers ask before they let another site's script send If-None-Match. */
function optionsOf(pathname: string): Record<string, string> {
  const allow = { Allow: ALLOWED_METHODS };
  if (!isTwin(pathname)) return allow;
  return {
    ...allow,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": "86400",
  };
}

/** React Router writes two lines to the console for each address that it cannot decode. */
function makeDecodable(url: URL): void {
  try {
    decodeURIComponent(url.pathname);
  } catch {
    url.pathname = url.pathname.replaceAll("%", "%25");
  }
}

const PROXY_HEADERS = ["Fly-Client-IP", "X-Forwarded-For", "X-Forwarded-Proto"];

type Situation = { url: URL; client: Client | undefined; handle: RequestHandler };

async function handleUnlessRefused(
  request: Request,
  { url, client, handle }: Situation,
): Promise<Response> {
  const early = refuseMethod(request) ?? refuseCrossSite(request, url);
  const { body, refusal = early } = early ? {} : await readBody(request);
  const context = new RouterContextProvider();
  context.set(requestContext, {
    reference: newReference(),
    refusal,
    isFromElsewhere: isFromElsewhere(request, url),
    clientAddress: clientAddress(request, client),
    signal: request.signal,
  });
  const headers = new Headers(request.headers);
  // React Router's own cross-site check ignores APP_ORIGIN and answers without a page.
  headers.delete("Origin");
  for (const name of PROXY_HEADERS) headers.delete(name);
  // React Router does not pass unknown methods to the middleware that explains the refusal.
  const method = refusal ? "POST" : request.method;
  const response = sayWhenToRetry(
    await handle(new Request(url, { method, headers, body, signal: request.signal }), context),
    context.get(requestContext),
  );
  for (const [name, value] of Object.entries(refusal?.headers ?? {})) {
    response.headers.set(name, value);
  }
  return response;
}

// Seconds.
const RETRY_AFTER = "30";

/** A failure that passes by itself, or once the operator has acted, is no fault of the site's code. */
function sayWhenToRetry(response: Response, { isUnavailable, reference }: RequestFacts): Response {
  const { status, body, headers } = response;
  const answer =
    isUnavailable && status === 500 ? new Response(body, { status: 503, headers }) : response;
  if (answer.status === 503 && !headers.has("Retry-After"))
    answer.headers.set("Retry-After", RETRY_AFTER);
  if (answer.status >= 500) answer.headers.set("Error-Reference", reference);
  return answer;
}
