import { Field, type FieldState } from "./field.tsx";

type Props = { fields: Record<"name" | "street" | "postcode", FieldState> };

export function WhereFieldset({ fields }: Props) {
  return (
    <>
      <Field field={fields.name} label="Name of the place">
        {(control) => <input {...control} className="input" />}
      </Field>
      <Field field={fields.street} label="Street and number">
        {(control) => <input {...control} className="input" />}
      </Field>
      <Field field={fields.postcode} label="Postcode" hint="The full one, like N4 3HH">
        {(control) => (
          <input {...control} className="input input-short" autoCapitalize="characters" />
        )}
      </Field>
    </>
  );
}
