import { type ReactNode, useState } from "react";
import { useScripts } from "./use-scripts.ts";

type Props = {
  address: string;
  label: string;
  /** Further buttons, after it. */
  children?: ReactNode;
};

/** Without scripts the address itself is there to be copied. */
export function CopyAddress({ address, label, children }: Props) {
  const hasScripts = useScripts();
  const [said, setSaid] = useState("");

  async function copy() {
    try {
      await navigator.clipboard.writeText(address);
      setSaid("Copied.");
    } catch {
      setSaid("Your browser did not let the page copy it. Select the address to copy it yourself.");
    }
  }

  return (
    <div className="actions">
      {children}{" "}
      {hasScripts && (
        <>
          <button type="button" className="button button-small" onClick={copy}>
            {label}
          </button>{" "}
          <span role="status">{said}</span>
        </>
      )}
    </div>
  );
}
