import type { ListName } from "#app/domain/lists/list-name.ts";
import { paths } from "#app/paths.ts";
import { CopyAddress } from "#app/ui/copy-address.tsx";
import { OneClick } from "#app/ui/one-click.tsx";

type Props = {
  list: ListName;
  sharedAt: { href: string; text: string } | "" | undefined;
  token: string;
};

export function Sharing({ list, sharedAt, token }: Props) {
  return (
    <section className="sharing" id="sharing" aria-labelledby="sharing-heading">
      <h2 id="sharing-heading">{sharedAt ? "Shared by a link" : "Only you see this list"}</h2>
      {sharedAt ? (
        <>
          <p>
            Anyone with this link sees the list and your handle:{" "}
            <a href={sharedAt.href}>{sharedAt.text}</a>
          </p>
          <CopyAddress address={sharedAt.text} label="Copy the link">
            <OneClick action={paths.list(list)} fields={{ intent: "stop-sharing", token }}>
              Stop sharing
            </OneClick>
          </CopyAddress>
        </>
      ) : (
        <>
          <p>
            Sharing makes a link that nobody can guess. Anyone with it sees the list and your
            handle.
          </p>
          <OneClick action={paths.list(list)} fields={{ intent: "share", token }}>
            Share this list
          </OneClick>
        </>
      )}
    </section>
  );
}
