import { Form } from "react-router";
import type { PresentedItem } from "./present.ts";

export function DeletedItem({
  item: { kind, name, of, text, when },
  token,
}: {
  item: PresentedItem;
  token: string;
}) {
  const id = `${kind}-${name}`;
  return (
    <section className="deleted-item" aria-labelledby={id}>
      <h2 id={id}>
        {kind === "review" && "Your review of "}
        <bdi>{of}</bdi>
      </h2>
      <p dir="auto">{text}</p>
      <p className="soft">{when}</p>
      <Form method="post">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="name" value={name} />
        <button type="submit" className="button button-quiet" aria-describedby={id}>
          Bring it back
        </button>
      </Form>
    </section>
  );
}
