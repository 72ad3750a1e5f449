import { useEffect, useSyncExternalStore } from "react";
import {
  createPath,
  isRouteErrorResponse,
  type Location,
  type MiddlewareFunction,
  redirect,
  replace,
  useNavigation,
} from "react-router";

declare global {
  interface Window {
    /** React Router's own, from when it follows the address. */
    __reactRouterDataRouter?: { state: { navigation: { location?: Location | undefined } } };
  }
}

type Results = Record<string, { type: "data" | "error"; result: unknown }>;

/** What has not reached the site waits until it is tried again, with the page as it was. */
const waiting = new Set<() => void>();
let timesTriedAgain = 0;
let isPartMissing = false;
const listeners = new Set<() => void>();

function tellListeners(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function untilTriedAgain(signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      waiting.delete(end);
      tellListeners();
      resolve();
    };
    waiting.add(end);
    signal?.addEventListener("abort", end);
    tellListeners();
  });
}

function tryAgain(): void {
  timesTriedAgain += 1;
  for (const end of [...waiting]) end();
}

/** Holds a navigation or a post that did not reach the site, and then sends it again. */
export const retryWhatIsLost: MiddlewareFunction<Results> = async ({ request }, next) => {
  const timesBefore = timesTriedAgain;
  const results = await next();
  if (!Object.values(results).some(isLost)) return;
  if (!isNavigation(request)) return withoutWhatIsLost(results);
  // Its answer also waits for the scripts of the screen, which may have been tried again by now.
  if (timesTriedAgain === timesBefore) await untilTriedAgain(request.signal);
  if (request.signal.aborted) return;
  const again = sendAgain(request);
  return Object.fromEntries(
    Object.entries(results).map(([route, result]) => [
      route,
      isLost(result) ? { type: "error", result: again } : result,
    ]),
  );
};

/** What is fetched beside the page is left out of it, and the page stays. */
function withoutWhatIsLost(results: Results): Results {
  return Object.fromEntries(
    Object.entries(results).map(([route, result]) => [
      route,
      isLost(result) ? { type: "data", result: undefined } : result,
    ]),
  );
}

/** And not something beside the page, whose redirect would lead there. */
function isNavigation({ url }: Request): boolean {
  const { location } = window.__reactRouterDataRouter?.state.navigation ?? {};
  return location !== undefined && new URL(url).pathname === location.pathname;
}

function sendAgain({ method, url }: Request): Response {
  // 307 keeps a post a post: each is recognised when it comes twice.
  if (method !== "GET") return redirect(url, 307);
  return url === window.location.href ? replace(url) : redirect(url);
}

/** Without a connection `fetch` throws; while the site is being replaced, a proxy answers in words of its own. */
function isLost({ type, result }: Results[string]): boolean {
  if (type !== "error") return false;
  return (
    result instanceof TypeError ||
    // So React Router wraps what an action throws.
    (result instanceof Object && "data" in result && result.data instanceof TypeError) ||
    (isRouteErrorResponse(result) && result.status >= 500 && typeof result.data === "string")
  );
}

/** Of a screen. When a tab was open while the site was replaced, its scripts are not there any more. */
export async function loadMissingPart(address: string): Promise<unknown> {
  for (;;) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) {
      const part = await import(/* @vite-ignore */ address).catch(() => undefined);
      if (part) return part;
    }
    if (answer) {
      isPartMissing = true;
      tellListeners();
      return new Promise(() => {});
    }
    await untilTriedAgain();
  }
}

export function LostConnection() {
  const isWaiting = useSyncExternalStore(
    subscribe,
    () => waiting.size > 0,
    () => false,
  );
  const isStale = useSyncExternalStore(
    subscribe,
    () => isPartMissing,
    () => false,
  );
  const { location } = useNavigation();
  useEffect(() => {
    if (isStale && location) window.location.assign(createPath(location));
  }, [isStale, location]);
  useEffect(() => {
    window.addEventListener("online", tryAgain);
    return () => window.removeEventListener("online", tryAgain);
  }, []);
  return (
    <div className="lost-connection" role="status">
      {isWaiting && location && (
        <>
          <p>This did not reach the site. What you see is as it was.</p>{" "}
          <button type="button" className="button button-small" onClick={tryAgain}>
            Try again
          </button>
        </>
      )}
    </div>
  );
}
