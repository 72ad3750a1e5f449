import { useState, useSyncExternalStore } from "react";
import { Link, useNavigate } from "react-router";
import type { PlaceQuery } from "#app/domain/places/place-query.ts";
import { paths } from "#app/paths.ts";

type Props = {
  query: PlaceQuery;
  /** Of the list, unless given. */
  hrefOf?: (query: PlaceQuery) => string;
  words?: string;
};

type State = "idle" | "asking" | "refused" | "unknown";

const WORDS: Record<State, string> = {
  idle: "",
  asking: "Asking your browser where you are…",
  refused: "Your browser keeps where you are to itself, so walks start from campus.",
  unknown: "Your browser cannot tell where you are, so walks start from campus.",
};

export function FromHere({ query, hrefOf = paths.places, words = "Walk from where I am" }: Props) {
  const navigate = useNavigate();
  const [state, setState] = useState<State>("idle");
  const hasScripts = useSyncExternalStore(
    subscribeToNothing,
    () => "geolocation" in navigator,
    () => false,
  );

  function ask() {
    if (state === "asking") return;
    setState("asking");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState("idle");
        const from = { latitude: coarse(coords.latitude), longitude: coarse(coords.longitude) };
        navigate(hrefOf({ ...query, from, page: 1 }), { preventScrollReset: true });
      },
      ({ code, PERMISSION_DENIED }) => setState(code === PERMISSION_DENIED ? "refused" : "unknown"),
      { timeout: 20_000, maximumAge: 60_000 },
    );
  }

  if (query.from) {
    return (
      <div className="from-here">
        <Link to={hrefOf({ ...query, from: undefined, page: 1 })}>Walk from campus instead</Link>
      </div>
    );
  }
  return (
    <div className="from-here">
      {hasScripts && (
        <>
          <button
            type="button"
            className="button button-quiet"
            aria-disabled={state === "asking"}
            onClick={ask}
          >
            {words}
          </button>
          <p className="soft" role="status">
            {WORDS[state]}
          </p>
        </>
      )}
    </div>
  );
}

/** Four decimals are 11 m: enough for a walk, and no more than an address should reveal. */
function coarse(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4;
}

function subscribeToNothing(): () => void {
  return () => {};
}
