import { Link } from "react-router";
import { paths } from "#app/paths.ts";

export function OtherWays() {
  return (
    <div className="prose">
      <h2>No handle yet?</h2>
      <p>
        You need none to read. You choose one with the first thing you post:{" "}
        <Link to={paths.newPlace}>recommend a place</Link>, or review one of{" "}
        <Link to={paths.places()}>the places</Link>.
      </p>
      <h2>No code any more?</h2>
      <p>
        A passkey of yours makes you a new one, under Account, and so does the browser that you
        joined on, for a day. After that only the people who run this site can: it keeps no address
        to send one to.
      </p>
    </div>
  );
}
