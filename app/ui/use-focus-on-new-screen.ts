import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

/** Moves focus to the content of a new screen, as browsers do, unless something still has it. */
export function useFocusOnNewScreen(): void {
  const { pathname, hash } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const isLost = document.activeElement === document.body;
    if (isLost && hash === "") document.getElementById("main")?.focus({ preventScroll: true });
  }, [pathname, hash]);
}
