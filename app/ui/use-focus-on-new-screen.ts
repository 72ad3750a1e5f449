import { useEffect, useRef } from "react";
import { useLocation } from "react-router";

/**
 * Moves the focus to the content when another screen takes the place of the one whose link was followed, as a browser
 * does with a new page. Focus that is still on something stays there.
 */
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
