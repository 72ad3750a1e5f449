import { Link } from "react-router";
import type { Difference } from "#app/domain/places/compare-facts.ts";
import { countOf } from "#app/domain/text/counting.ts";
import type { PresentedPreview, PresentedUndo } from "./present.ts";

type Props = { preview: PresentedPreview };

export function Preview({ preview: { merges, places, more, recommended } }: Props) {
  return (
    <>
      <section className="undo-part" aria-labelledby="preview">
        <h2 id="preview">What is undone, place by place</h2>
        {places.length === 0 ? (
          <p>Nothing: they changed nothing that is still as they left it.</p>
        ) : (
          <Table places={places} />
        )}
        {more > 0 && <p>And at {countOf(more, "more place")}.</p>}
      </section>
      {merges.length > 0 && (
        <section className="undo-part" aria-labelledby="merges">
          <h2 id="merges">Pages that they merged</h2>
          <ul>
            {merges.map(({ id, pages, href, whatBecomes }) => (
              <li key={id}>
                <Link to={href}>
                  <bdi>{pages}</bdi>
                </Link>{" "}
                {whatBecomes}
              </li>
            ))}
          </ul>
        </section>
      )}
      {recommended.length > 0 && (
        <section className="undo-part" aria-labelledby="recommended">
          <h2 id="recommended">What they recommended stays, unless you hide it</h2>
          <ul>
            {recommended.map(({ name, href }) => (
              <li key={href}>
                <Link to={href}>
                  Decide about <bdi>{name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Table({ places }: { places: PresentedUndo[] }) {
  return (
    <table className="moderation-table">
      <caption className="visually-hidden">What is undone at each place, and what stays</caption>
      <thead>
        <tr>
          <th scope="col">Place</th>
          <th scope="col">Is undone</th>
          <th scope="col">Stays</th>
        </tr>
      </thead>
      <tbody>
        {places.map(({ name, href, changes, undone, left, kept }) => (
          <tr key={href}>
            <th scope="row">
              <Link to={href}>
                <bdi>{name}</bdi>
              </Link>
            </th>
            <td>
              <Entries differences={changes} sentences={undone} nothing="Nothing" />
            </td>
            <td>
              {left.length > 0 && <p>Others changed since, from what they had set:</p>}
              <Entries differences={left} sentences={kept} nothing="All that others wrote" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type EntriesProps = { differences: Difference[]; sentences: string[]; nothing: string };

function Entries({ differences, sentences, nothing }: EntriesProps) {
  if (differences.length + sentences.length === 0) return <span className="soft">{nothing}</span>;
  return (
    <ul>
      {differences.map(({ label, before, after }) => (
        <li key={label}>
          {label}: <bdi>{before}</bdi> <span aria-hidden="true">→</span>{" "}
          <span className="visually-hidden">becomes</span> <bdi>{after}</bdi>
        </li>
      ))}
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
