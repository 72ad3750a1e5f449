type Values = Record<string, unknown>;

/** A field with its label, and the words that its values have on the form. */
export type ComparedField = {
  name: string;
  label: string;
  wordsOf?: (value: string) => string;
};

type Props = {
  /** What the form would start with now; undefined while nobody changed it. */
  now: Values | undefined;
  typed: Values | null | undefined;
  /** The fields in the order of the form. */
  fields: ComparedField[];
};

/** Both versions of each field in which a form differs from what somebody else saved while it was open. */
export function ChangedMeanwhile({ now, typed, fields }: Props) {
  if (!now) return null;
  const rows = fields
    .map(({ name, label, wordsOf = (value) => value }) => ({
      label,
      saved: words(now[name], wordsOf),
      yours: words(typed?.[name], wordsOf),
    }))
    .filter(({ saved, yours }) => saved !== yours);
  if (rows.length === 0)
    return <p className="notice">Everything on this form is as you have it. Save it again.</p>;
  return (
    <section className="notice" aria-labelledby="both-versions">
      <h2 id="both-versions">Both versions</h2>
      <table className="versions">
        <thead>
          <tr>
            <td />
            <th scope="col">Saved since</th>
            <th scope="col">Yours, still below</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, saved, yours }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                <bdi>{saved || "empty"}</bdi>
              </td>
              <td>
                <bdi>{yours || "empty"}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function words(value: unknown, wordsOf: (value: string) => string): string {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values
    .filter((one) => typeof one === "string")
    .map((one) => (one === "" ? "" : wordsOf(one)))
    .toSorted()
    .join(", ");
}
