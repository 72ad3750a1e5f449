import { type MouseEvent, useState } from "react";
import { useOrigin } from "./link-preview.tsx";
import { useScripts } from "./use-scripts.ts";

const SECTION = "share";

type Props = { title: string; path: string };

/** Opens what the device shares with; without that, or without scripts, it leads to the address at the foot of the page. */
export function ShareLink({ title, path }: Props) {
  const url = useOrigin() + path;

  async function share(event: MouseEvent) {
    if (!canShare()) return;
    event.preventDefault();
    await openShareSheet({ title, url });
  }

  return (
    <a className="share-link" href={`#${SECTION}`} onClick={share}>
      Share
    </a>
  );
}

type AddressProps = Props & { label: string };

export function ShareAddress({ title, path, label }: AddressProps) {
  const hasScripts = useScripts();
  const url = useOrigin() + path;
  const [said, setSaid] = useState("");

  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      setSaid("Copied.");
    } catch {
      setSaid("Your browser did not let the page copy it. Select the address to copy it yourself.");
    }
  }

  return (
    <section className="share" id={SECTION} aria-label="Share">
      <label htmlFor="share-address">{label}</label>
      <div className="actions">
        <input
          className="input"
          id="share-address"
          value={url}
          readOnly
          onFocus={({ currentTarget }) => currentTarget.select()}
        />{" "}
        {hasScripts && (
          <>
            {canShare() && (
              <button
                type="button"
                className="button button-quiet"
                onClick={() => openShareSheet({ title, url })}
              >
                Share
              </button>
            )}{" "}
            <button type="button" className="button button-quiet" onClick={copy}>
              Copy
            </button>{" "}
            <span role="status">{said}</span>
          </>
        )}
      </div>
    </section>
  );
}

function canShare(): boolean {
  return "share" in navigator;
}

async function openShareSheet(shared: { title: string; url: string }): Promise<void> {
  try {
    await navigator.share(shared);
  } catch {
    // Somebody closed it again.
  }
}
