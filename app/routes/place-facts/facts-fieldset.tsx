import { DIETS, type Diet, FEATURES, type Feature } from "#app/domain/places/diets-and-features.ts";
import { capitalised } from "#app/domain/text/counting.ts";
import { ChoiceGroup, type FieldState } from "#app/forms/field.tsx";
import { PORTION_CHOICES, PRESENCE_CHOICES } from "./form.ts";

type Props = { fields: Record<Diet | Feature, FieldState> };

export function FactsFieldset({ fields }: Props) {
  return (
    <>
      <div className="form-group">
        <h2>How much of the menu is …</h2>
        {DIETS.map(({ diet, words }) => (
          <ChoiceGroup
            key={diet}
            field={fields[diet]}
            type="radio"
            legend={capitalised(words)}
            choices={PORTION_CHOICES}
            className="choices choices-inline"
          />
        ))}
      </div>
      <div className="form-group">
        <h2>What is it like there?</h2>
        {FEATURES.map(({ feature, words }) => (
          <ChoiceGroup
            key={feature}
            field={fields[feature]}
            type="radio"
            legend={capitalised(words)}
            hint={feature === "cards" ? "No means cash only" : undefined}
            choices={PRESENCE_CHOICES}
            className="choices choices-inline"
          />
        ))}
      </div>
    </>
  );
}
