import { useState } from "react";
import { useSubmit } from "react-router";
import { paths } from "#app/paths.ts";
import { useScripts } from "#app/ui/use-scripts.ts";

type Props = { token: string; returnTo: string; question: string; label: string };

const FAILED = "No passkey was used. Try again, or use your recovery code.";

export function PasskeySignIn({ token, returnTo, question, label }: Props) {
  const submit = useSubmit();
  const hasScripts = useScripts();
  const [state, setState] = useState<"idle" | "asking" | "failed">("idle");
  if (!hasScripts || !("PublicKeyCredential" in window)) return null;

  async function ask() {
    if (state === "asking") return;
    setState("asking");
    try {
      const { startAuthentication } = await import("@simplewebauthn/browser");
      const response = await fetch(paths.signInChallenge, {
        method: "POST",
        body: new URLSearchParams(),
      });
      const credential = JSON.stringify(
        await startAuthentication({ optionsJSON: await response.json() }),
      );
      setState("idle");
      await submit({ credential, token, returnTo }, { method: "post" });
    } catch {
      setState("failed");
    }
  }

  return (
    <div className="passkey">
      <p className="soft">{question}</p>
      <button
        type="button"
        className="button button-quiet"
        aria-disabled={state === "asking"}
        onClick={ask}
      >
        {label}
      </button>
      <p role="status">{state === "failed" && FAILED}</p>
    </div>
  );
}
