import { useContext } from "react";
import { ExamplesContext } from "./examples.ts";
import { Field, type FieldState } from "./field.tsx";

type Props = { fields: Record<"name" | "street" | "postcode", FieldState> };

export function WhereFieldset({ fields }: Props) {
  const example = useContext(ExamplesContext)?.postcode;
  const hint = example ? `The full one, like ${example}` : "The full one, with both its parts";
  return (
    <>
      <Field field={fields.name} label="Name of the place">
        {(control) => <input {...control} className="input" />}
      </Field>
      <Field field={fields.street} label="Street and number">
        {(control) => <input {...control} className="input" />}
      </Field>
      <Field field={fields.postcode} label="Postcode" hint={hint}>
        {(control) => (
          <input {...control} className="input input-short" autoCapitalize="characters" />
        )}
      </Field>
    </>
  );
}
