import { FieldError, type FieldState } from "#app/forms/field.tsx";

type Props = { field: FieldState; alternatives: { href: string; text: string }[] };

/**
 * Shows the places that are probably meant, and lets the person post their review there or say that theirs is another.
 * Once they have said so it stays ticked, whatever else has to be mended.
 */
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
            {/* The review's fields have the same names there, so that nothing is typed twice. */}
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
