import { Link } from "react-router";
import { countOf } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";
import type { PresentedAccount } from "./present.ts";

export function WaysIn({ account: { codeMade, passkeys } }: { account: PresentedAccount }) {
  return (
    <section aria-labelledby="ways-in">
      <h2 id="ways-in">How you sign in</h2>
      <p>
        {codeMade === undefined
          ? "You have no recovery code yet. Without one, nobody gets in as you once this browser forgets you: not even you."
          : `By your handle and the recovery code that was made on ${codeMade}. If you did not make it, the operator of this site did.`}
        {passkeys > 0 && ` Or by ${countOf(passkeys, "passkey")}.`}
      </p>
      <p className="actions">
        <Link className="button button-quiet" to={paths.accountCode}>
          {codeMade === undefined ? "Make a recovery code" : "Replace the code"}
        </Link>{" "}
        <Link className="button button-quiet" to={paths.accountPasskeys}>
          Passkeys
        </Link>
      </p>
    </section>
  );
}
