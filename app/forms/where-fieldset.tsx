import { useContext } from "react";
import { ExamplesContext } from "./examples.ts";
import { Field, type FieldState } from "./field.tsx";

type Props = { fields: Record<"name" | "street" | "postcode", FieldState> };

export function WhereFieldset({ fields }: Props) {
  const example = useContext(ExamplesContext)?.postcode;
  const hint = example
    ? `The full one, like ${example}, if you know it`
    : "The full one, if you know it";
  return (
    <>
      <Field field={fields.name} label="Name of the place">
        {(control) => <input {...control} className="input" />}
      </Field>
      <Field field={fields.street} label="Street and number">
        {(control) => <input {...control} className="input" />}
      </Field>
      <Field field={fields.postcode} label="Postcode" hint={hint} optional>
        {(control) => (
          <input {...control} className="input input-short" autoCapitalize="characters" />
        )}
      </Field>
    </>
  );
}
