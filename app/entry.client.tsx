import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";
import { forgetDraftsOfCopiedTab, forgetDraftsOfSignedOut } from "./ui/drafts.ts";
import { loadMissingPart } from "./ui/lost-connection.tsx";

declare global {
  interface Window {
    /** React Router's own, as vite.config.ts has changed it, calls this. */
    loadMissingPart: typeof loadMissingPart;
  }
}

window.loadMissingPart = loadMissingPart;
forgetDraftsOfCopiedTab();
forgetDraftsOfSignedOut();

/** Whether somebody has gone back since the page was read, before there was a router to follow. */
function isElsewhere(): boolean {
  const rendered = new URL(window.readAt ?? window.location.href);
  const { pathname, search } = window.location;
  return rendered.pathname + rendered.search !== pathname + search;
}

function loadDocumentIfElsewhere(): void {
  if (!window.__reactRouterDataRouter && isElsewhere()) window.location.reload();
}

/** In an older browser the pages stay as they came, and work as they do without scripts. */
function isRecentEnough(): boolean {
  return "toSorted" in Array.prototype;
}

if (isElsewhere()) {
  window.location.reload();
} else if (isRecentEnough()) {
  window.addEventListener("popstate", loadDocumentIfElsewhere);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <HydratedRouter />
      </StrictMode>,
    );
  });
}
