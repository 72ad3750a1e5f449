import { type FunctionComponent, lazy, Suspense, useEffect } from "react";
import { useFetcher } from "react-router";
import type { LoadedMap } from "./drawn-pins.tsx";

/** The list does without its map where the script of it does not arrive. */
const DrawnPins = lazy<FunctionComponent<LoadedMap>>(() =>
  import("./drawn-pins.tsx").catch(() => ({ default: () => null })),
);

/** As in list-screen.css: where it stands beside the list. */
const IS_WIDE = "(min-width: 1160px)";

/** Drawn once the list is there, and only where there is room: the list has to be light. All others follow the link to it. */
export function ListMap({ href }: { href: string }) {
  const { load, data } = useFetcher<LoadedMap>();
  useEffect(() => {
    const width = window.matchMedia(IS_WIDE);
    const loadIfWide = () => {
      if (width.matches) load(href);
    };
    loadIfWide();
    width.addEventListener("change", loadIfWide);
    return () => width.removeEventListener("change", loadIfWide);
  }, [load, href]);
  return (
    <aside className="list-aside" aria-label="Map of these places">
      {data && (
        <Suspense>
          <DrawnPins {...data} />
        </Suspense>
      )}
    </aside>
  );
}
