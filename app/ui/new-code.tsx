import { useState } from "react";
import { Link } from "react-router";
import { paths } from "#app/paths.ts";
import { SiteName } from "./site-name.tsx";
import { useScripts } from "./use-scripts.ts";

type Props = { newCode: { code: string; handle: string }; siteName: string };

/** Shows a new recovery code, once: to be copied, printed or written down. */
export function NewCode({ newCode: { code, handle }, siteName }: Props) {
  const hasScripts = useScripts();
  const [said, setSaid] = useState("");

  async function copy() {
    try {
      await navigator.clipboard.writeText(code);
      setSaid("Copied.");
    } catch {
      setSaid("Your browser did not let the page copy it. Select the code to copy it yourself.");
    }
  }

  return (
    <section className="new-code" aria-labelledby="new-code">
      <h2 id="new-code">Keep your recovery code</h2>
      <p>
        It signs you in as{" "}
        <strong>
          <bdi>{handle}</bdi>
        </strong>{" "}
        on another browser, or on this one when it has forgotten you. It is shown only now, and
        nobody can send it to you: copy it, print this page, or write it down.
      </p>
      <p className="code">
        <span className="print-only">
          <SiteName name={siteName} />, <bdi>{handle}</bdi>:{" "}
        </span>
        <code>{code}</code>
      </p>
      {hasScripts && (
        <p className="actions">
          <button type="button" className="button" onClick={copy}>
            Copy the code
          </button>{" "}
          <button type="button" className="button button-quiet" onClick={() => window.print()}>
            Print it
          </button>{" "}
          <span role="status">{said}</span>
        </p>
      )}
      <p>
        <Link to={paths.account}>Your account</Link> makes you another when this one is lost.
      </p>
    </section>
  );
}
