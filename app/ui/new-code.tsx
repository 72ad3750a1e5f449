import { type ReactNode, useState } from "react";
import { Form, Link, useLocation } from "react-router";
import { paths } from "#app/paths.ts";
import { SiteName } from "./site-name.tsx";
import { useScripts } from "./use-scripts.ts";

type Props = {
  newCode: { code: string; handle: string };
  siteName: string;
  /** How long the code stays visible. By default, a button that ends it. */
  children?: ReactNode;
};

export function NewCode({ newCode: { code, handle }, siteName, children }: Props) {
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
        on another browser, or on this one when it has forgotten you. Nobody can send it to you:
        copy it, print this page, or write it down.
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
      {children ?? <HaveKeptIt />}
    </section>
  );
}

function HaveKeptIt() {
  const { pathname, search } = useLocation();
  return (
    <>
      <p>
        This browser reminds you of it for a day, until you sign out, or until you say that you have
        kept it. <Link to={paths.account}>Your account</Link> makes you another when it is lost.
      </p>
      <Form method="post" action={paths.accountNewCode}>
        <input type="hidden" name="returnTo" value={pathname + search} />
        <button type="submit" className="button button-quiet">
          I have kept it
        </button>
      </Form>
    </>
  );
}
