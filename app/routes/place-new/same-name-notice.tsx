import { FieldError, type FieldState } from "#app/forms/field.tsx";

type Props = { field: FieldState; alternatives: { href: string; text: string }[] };

/** Shows the places that are probably meant, and lets the person say that theirs is another. */
export function SameNameNotice({ field, alternatives }: Props) {
  return (
    <fieldset className="field field-invalid" aria-describedby={`${field.id}-error`}>
      <legend className="label">Is it one of these?</legend>
      <FieldError id={`${field.id}-error`} error={field.errors?.[0]} />
      <ul>
        {alternatives.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>Review {text}</a>
          </li>
        ))}
      </ul>
      <label className="choice">
        <input
          type="checkbox"
          id={field.id}
          name={field.name}
          value="yes"
          aria-invalid
          aria-describedby={`${field.id}-error`}
        />
        No, mine is a different place
      </label>
    </fieldset>
  );
}
