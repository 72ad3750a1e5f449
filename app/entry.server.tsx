import { randomBytes } from "node:crypto";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { renderToPipeableStream } from "react-dom/server";
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from "react-router";
import { isBusy, troubleOf } from "./domain/posting/post-once.server.ts";
import { describeSite } from "./domain/site/site.server.ts";
import { replaceNonceByHashes } from "./http/content-security-policy.server.ts";
import { pathToLog } from "./http/host-side.server.ts";
import { log, reportTrouble } from "./http/log.server.ts";
import { requestContext } from "./http/request-context.server.ts";
import { startAfterPaint } from "./http/start-after-paint.server.ts";
import { structuredDataContext } from "./http/structured-data.server.ts";
import { ReferenceContext } from "./ui/error-reference.tsx";

import { OriginContext } from "./ui/link-preview.tsx";
import { NonceContext } from "./ui/read-at.tsx";
import { StructuredDataContext } from "./ui/structured-data.tsx";
import { SiteNameContext } from "./ui/use-site-name.ts";

/** Waits for the whole page: the Content-Security-Policy needs the hashes of all its scripts. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const nonce = randomBytes(16).toString("base64url");
  const { reference } = context.get(requestContext);
  const rendered = await render(
    <ReferenceContext value={reference}>
      <SiteNameContext value={describeSite().name}>
        <OriginContext value={new URL(request.url).origin}>
          <NonceContext value={nonce}>
            <StructuredDataContext value={context.get(structuredDataContext)?.()}>
              <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
            </StructuredDataContext>
          </NonceContext>
        </OriginContext>
      </SiteNameContext>
    </ReferenceContext>,
    nonce,
  );
  const painted = import.meta.env.PROD ? startAfterPaint(rendered, nonce) : rendered;
  const { html, policy } = replaceNonceByHashes(painted, nonce);
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (import.meta.env.PROD) headers.set("Content-Security-Policy", policy);
  return new Response(html, { status, headers });
}

function render(page: React.ReactNode, nonce: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        resolve(text(pipe(new PassThrough())));
      },
      onShellError: reject,
      onError: reject,
    });
  });
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const facts = context.get(requestContext);
  const { reference } = facts;
  const trouble = troubleOf(error);
  facts.isUnavailable = trouble !== undefined || isBusy(error);
  if (trouble) reportTrouble(trouble, reference);
  if (facts.isUnavailable) return;
  log.error(
    {
      err: error,
      reference,
      method: request.method,
      path: pathToLog(new URL(request.url).pathname),
    },
    "request failed",
  );
};
