import {
  DIETS,
  type Diet,
  FEATURES,
  type Feature,
  PORTIONS,
} from "#app/domain/places/diets-and-features.ts";
import { capitalised } from "#app/domain/text/counting.ts";
import { ChoiceGroup } from "#app/forms/choice-group.tsx";
import type { FieldState } from "#app/forms/field.tsx";

type Props = { fields: Record<Diet | Feature, FieldState> };

const PORTION_CHOICES = [
  ...PORTIONS.map(({ portion, words }) => ({ value: portion, label: capitalised(words) })),
  { value: "unknown", label: "Not sure" },
];

const PRESENCE_CHOICES = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
  { value: "unknown", label: "Not sure" },
];

/** The fields for how much of a menu suits whom, and for what a place has. */
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

/** The words for a choice of either kind. */
export function choiceWords(value: string): string {
  const choices: { value: string; label: string }[] = [...PORTION_CHOICES, ...PRESENCE_CHOICES];
  return choices.find((choice) => choice.value === value)?.label ?? value;
}
