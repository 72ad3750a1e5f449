import type { Entry, PresentedOwnData } from "./present-own-data.ts";

// The page is opened offline from a zip file, so it holds its styles and requests nothing.
const STYLES = `
:root { color-scheme: light dark; --paper: #fbf6ec; --ink: #221b14; --soft: #6a5c4c; --line: #e4d8c4; }
@media (prefers-color-scheme: dark) { :root { --paper: #16130f; --ink: #f3eadc; --soft: #b8a994; --line: #3a3128; } }
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: inherit; }
h2 { margin-block: 2.5rem 0.5rem; }
h3 { margin: 0; font-size: 1.0625rem; }
ul { padding: 0; list-style: none; }
li { padding-block: 0.75rem; border-block-start: 1px solid var(--line); }
p, dl { margin-block: 0.25rem; }
.text { white-space: pre-line; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; color: var(--soft); }
dd { margin: 0; }
@media (max-width: 30rem) { dl { display: block; } dd { margin-block-end: 0.5rem; } }
`;

export function OwnDataPage({ title, made, sections, empty }: PresentedOwnData) {
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{STYLES}</style>
      </head>
      <body>
        <main>
          <h1>
            <bdi>{title}</bdi>
          </h1>
          <p>{made}</p>
          <p>
            The same stands in your-data.json, for programs. Times are those of the United Kingdom.
          </p>
          {sections.map(({ heading, entries }) => (
            <section key={heading}>
              <h2>{heading}</h2>
              <Entries entries={entries} />
            </section>
          ))}
          {empty.length > 0 && (
            <section>
              <h2>Nothing of these</h2>
              <p>{empty.join(" · ")}</p>
            </section>
          )}
        </main>
      </body>
    </html>
  );
}

function Entries({ entries }: { entries: Entry[] }) {
  return (
    <ul>
      {entries.map(({ title, href, text, facts }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page that never changes
        <li key={index}>
          <h3>
            <bdi>{href === undefined ? title : <a href={href}>{title}</a>}</bdi>
          </h3>
          {text && (
            <p className="text" dir="auto">
              {text}
            </p>
          )}
          <dl>
            {facts.map(([name, value]) => (
              <div key={name} style={{ display: "contents" }}>
                <dt>{name}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
