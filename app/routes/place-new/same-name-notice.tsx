import { FieldError, type FieldState } from "#app/forms/field.tsx";

type Props = { field: FieldState; alternatives: { href: string; text: string }[] };

/** Once the box is ticked it stays ticked, whatever else must be corrected. */
export function SameNameNotice({ field, alternatives }: Props) {
  const error = field.errors?.[0];
  const isDifferent = field.initialValue === "yes";
  if (alternatives.length === 0 && !isDifferent) return null;
  return (
    <fieldset
      className={error ? "field field-invalid" : "field"}
      aria-describedby={error && `${field.id}-error`}
    >
      <legend className="label">
        {alternatives.length > 0 ? "Is it one of these?" : "Is it listed already?"}
      </legend>
      <FieldError id={`${field.id}-error`} error={error} />
      <div className="choices">
        {alternatives.map(({ href, text }) => (
          <div key={href}>
            {/* The form for a review has the same field names, so nothing is typed twice. */}
            <button type="submit" className="button button-quiet" formAction={href}>
              Yes, post my review of {text}
            </button>
          </div>
        ))}
        <div>
          <label className="choice">
            <input
              type="checkbox"
              id={field.id}
              name={field.name}
              value="yes"
              defaultChecked={isDifferent}
              aria-invalid={error ? true : undefined}
              aria-describedby={error && `${field.id}-error`}
            />{" "}
            No, mine is a different place
          </label>
        </div>
      </div>
    </fieldset>
  );
}
