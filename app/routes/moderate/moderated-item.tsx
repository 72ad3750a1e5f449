import { Link } from "react-router";
import type { ModeratedItem } from "./load.server.ts";

export function Item({ item: { href, more, facts, texts, flags } }: { item: ModeratedItem }) {
  return (
    <section className="moderated" aria-label="What it is about">
      {facts.map((fact) => (
        <p className="soft" key={fact}>
          <bdi>{fact}</bdi>
        </p>
      ))}
      {texts.map((text) => (
        <blockquote className="review-body" dir="auto" key={text}>
          {text}
        </blockquote>
      ))}
      {href && (
        <p>
          <Link to={href}>See its page</Link>
        </p>
      )}
      {more && (
        <p>
          <Link to={more.href}>{more.text}</Link>
        </p>
      )}
      {flags.length > 0 && (
        <>
          <h2>Flags</h2>
          <ul>
            {flags.map(({ rule, note, on }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: these flags have no id
              <li key={index}>
                {on}: {rule}
                {note && (
                  <>
                    . <q dir="auto">{note}</q>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
