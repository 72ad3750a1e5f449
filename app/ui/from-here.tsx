import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { type PlaceQuery, placeQueryHref } from "#app/domain/places/place-query.ts";

/** A button that measures walks from where the visitor is; it is there only where a script can ask for that. */
export function FromHere({ query }: { query: PlaceQuery }) {
  const navigate = useNavigate();
  const [state, setState] = useState<"absent" | "ready" | "asking" | "refused">("absent");
  useEffect(() => setState("geolocation" in navigator ? "ready" : "absent"), []);
  if (state === "absent") return null;

  function ask() {
    setState("asking");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState("ready");
        const from = { latitude: round(coords.latitude), longitude: round(coords.longitude) };
        navigate(placeQueryHref({ ...query, from, sort: "nearest", page: 1 }), { preventScrollReset: true });
      },
      () => setState("refused"),
      { maximumAge: 60_000, timeout: 10_000 },
    );
  }

  return (
    <div>
      <button type="button" className="link-button" onClick={ask} disabled={state === "asking"}>
        {state === "asking" ? "Asking where you are …" : "From where I am"}
      </button>
      <p className="hint" role="status">
        {state === "refused" && "Your browser did not say where you are, so walks start from campus."}
      </p>
    </div>
  );
}

/** Degrees to about ten metres: enough for a walk, and no more than is needed in an address that is shared. */
function round(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000;
}
