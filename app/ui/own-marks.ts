import { useEffect, useSyncExternalStore } from "react";
import { useMatches, useRouteLoaderData } from "react-router";
import type { ListName } from "#app/domain/lists/list-name.ts";
import { paths } from "#app/paths.ts";
import styles from "./styles/own-marks.css?inline";

/** What is the member's own on a page that is the same for everybody. */
export type OwnMarks = {
  handle: string;
  /** How many places are on each list. */
  lists: Record<ListName, number>;
  /** How much waits for a moderator. */
  queueLength?: number | undefined;
  /** How much others have posted since a moment, in ISO 8601. */
  news?: { since: string; count: number } | undefined;
  /** How much others have done with what the member posted; undefined for none. */
  answers?: number | undefined;
  /** By slug: what a card says of a place on a list. Not on the page of a place or a review, which says it of its own. */
  listed?: Record<string, string> | undefined;
  place?:
    | {
        slug: string;
        list?: ListName | undefined;
        reviewId?: number | undefined;
        /** The reviews that they found helpful. */
        helpful: number[];
      }
    | undefined;
};

let marks: OwnMarks | undefined;
const listeners = new Set<() => void>();

function publish(now: OwnMarks | undefined): void {
  marks = now;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Undefined on the server, for a visitor, and until the answer is there. */
export function useOwnMarks(): OwnMarks | undefined {
  return useSyncExternalStore(
    subscribe,
    () => marks,
    () => undefined,
  );
}

/** What the member has said of a place. */
export function useOwnMarksOf(slug: string): OwnMarks["place"] {
  const place = useOwnMarks()?.place;
  return place?.slug === slug ? place : undefined;
}

/** Undefined where the place of a card is on neither of the member's lists. */
export function useListMark(slug: string): string | undefined {
  const listed = useOwnMarks()?.listed;
  return listed && Object.hasOwn(listed, slug) ? listed[slug] : undefined;
}

/** Once for each page, and again when its data is read again, such as after a button was pressed. */
export function useAskForOwnMarks(): void {
  const { slug, id } = useMatches().at(-1)?.params ?? {};
  const data = useRouteLoaderData("root");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the root's data is new whenever the page's is
  useEffect(() => {
    const asking = new AbortController();
    const ask = () => askForOwnMarks(paths.ownMarks({ place: slug, review: id }), asking.signal);
    const askIfKept = ({ persisted }: PageTransitionEvent) => {
      if (persisted) ask();
    };
    ask();
    // The browser's back/forward cache shows the page as it was left.
    window.addEventListener("pageshow", askIfKept);
    return () => {
      asking.abort();
      window.removeEventListener("pageshow", askIfKept);
    };
  }, [slug, id, data]);
}

/** A page without its marks is whole: a failure is not worth a word. */
async function askForOwnMarks(address: string, signal: AbortSignal): Promise<void> {
  if (!IS_SIGNED_IN.test(document.cookie)) return publish(undefined);
  try {
    const response = await fetch(address, { signal, cache: "no-store" });
    if (!response.ok) return;
    const answer: OwnMarks | null = await response.json();
    addStyles();
    publish(answer ?? undefined);
  } catch {}
}

let hasStyles = false;

/** Only members need them, and only now. */
function addStyles(): void {
  if (hasStyles) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  hasStyles = true;
}

/** The cookie has no content, and stands only where there is a session. */
const IS_SIGNED_IN = /(?:^|;\s*)(?:__Host-)?signed-in=/;
