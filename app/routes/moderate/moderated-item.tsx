import { Link } from "react-router";
import type { ModeratedItem } from "./load.server.ts";

export function Item({ item }: { item: ModeratedItem }) {
  const { href, more, facts, texts, author, flags } = item;
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
      {author && (
        <p>
          <Link to={author.href}>
            What <bdi>{author.handle}</bdi> did
          </Link>
          , who posted it
        </p>
      )}
      {flags.length > 0 && (
        <>
          <h2>Flags</h2>
          <ul>
            {flags.map(({ rule, note, on, by }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: these flags have no id
              <li key={index}>
                {on}
                {by && (
                  <>
                    , <bdi>{by.handle}</bdi> (
                    <Link to={by.href}>
                      what <bdi>{by.handle}</bdi> did
                    </Link>
                    )
                  </>
                )}
                : {rule}
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
