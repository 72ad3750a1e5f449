import { useContext } from "react";
import { APPROXIMATE_WALK_CHOICES } from "#app/domain/walk/approximate-walk.ts";
import { ExamplesContext } from "./examples.ts";
import { ChoiceGroup, Field, type FieldState } from "./field.tsx";

type Props = {
  fields: Record<"position" | "approximateWalk", FieldState>;
  /** What is so where it is left empty. */
  otherwise?: string;
};

export function PositionFieldset({ fields, otherwise = "" }: Props) {
  const examples = useContext(ExamplesContext);
  const like = examples ? ` like ${examples.position}` : "";
  return (
    <>
      <Field
        field={fields.position}
        label="Where exactly?"
        hint={`A link from OpenStreetMap, Google Maps or Apple Maps, coordinates${like}, or a whole Plus code. ${otherwise}`}
        optional
      >
        {(control) => <input {...control} className="input" />}
      </Field>
      <ChoiceGroup
        field={fields.approximateWalk}
        type="radio"
        legend="Or about how far from campus?"
        hint="On foot. It counts only until its place on the map is known."
        optional
        choices={APPROXIMATE_WALK_CHOICES.map(({ value, words }) => ({ value, label: words }))}
        className="choices choices-bar"
      />
    </>
  );
}
