import { useState } from "react";
import { useSubmit } from "react-router";
import { paths } from "#app/paths.ts";
import { useScripts } from "#app/ui/use-scripts.ts";

type Props = {
  token: string;
  /** The passkey's name unless the member enters another. */
  suggestion: string;
};

const FAILED = "No passkey was made. Try again, or go on with your recovery code.";

export function AddPasskey({ token, suggestion }: Props) {
  const submit = useSubmit();
  const hasScripts = useScripts();
  const [label, setLabel] = useState(suggestion);
  const [state, setState] = useState<"idle" | "asking" | "failed">("idle");
  if (!hasScripts) return null;
  if (!("PublicKeyCredential" in window)) return <p>This browser knows no passkeys.</p>;

  async function make() {
    if (state === "asking") return;
    setState("asking");
    try {
      const { startRegistration } = await import("@simplewebauthn/browser");
      const response = await fetch(paths.accountPasskeysChallenge, {
        method: "POST",
        body: new URLSearchParams(),
      });
      const credential = JSON.stringify(
        await startRegistration({ optionsJSON: await response.json() }),
      );
      setState("idle");
      await submit({ credential, token, label }, { method: "post" });
    } catch {
      setState("failed");
    }
  }

  return (
    <div className="passkey">
      <div className="field">
        <label className="label" htmlFor="label">
          What to call it
        </label>
        <input
          className="input input-middle"
          id="label"
          value={label}
          maxLength={80}
          onChange={(event) => setLabel(event.target.value)}
        />
      </div>
      <button type="button" className="button" aria-disabled={state === "asking"} onClick={make}>
        Make a passkey
      </button>
      <p role="status">{state === "failed" && FAILED}</p>
    </div>
  );
}
