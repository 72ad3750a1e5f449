import { useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { paths } from "#app/paths.ts";

/**
 * Moves focus to the content of a new screen, as browsers do, unless something still has it. Another page of the same
 * results moves it to their heading, and so does what goes away when it is pressed.
 */
export function useFocusOnNewScreen(): void {
  const { pathname, search, hash } = useLocation();
  const shown = useRef({ screen: screenOf(pathname), search });
  useEffect(() => {
    const before = shown.current;
    const screen = screenOf(pathname);
    if (before.screen === screen && before.search === search) return;
    shown.current = { screen, search };
    const focused = document.activeElement;
    const isLost = !focused || focused === document.body;
    const turnedPages = before.screen === screen && focused?.closest(".pagination");
    if (hash !== "" || !(isLost || turnedPages)) return;
    const results = before.screen === screen ? findResults(turnedPages || undefined) : undefined;
    if (results) focusOn(results);
    else document.getElementById("main")?.focus({ preventScroll: true });
  }, [pathname, search, hash]);
}

/** The first page is the list of places. */
function screenOf(pathname: string): string {
  return pathname === paths.home ? paths.places() : pathname;
}

function findResults(pages: Element | undefined): HTMLElement | undefined {
  const heading = pages?.closest("section")?.querySelector("h2");
  return heading ?? document.getElementById("results") ?? undefined;
}

function focusOn(heading: HTMLElement): void {
  if (!heading.hasAttribute("tabindex")) heading.tabIndex = -1;
  heading.focus();
}
