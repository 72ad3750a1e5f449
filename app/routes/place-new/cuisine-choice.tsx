import type { Cuisine } from "#app/domain/cuisines/cuisines.server.ts";
import { ChoiceGroup, Choices, chosenValues, Field, type FieldState } from "#app/forms/field.tsx";

type Props = {
  field: FieldState;
  newCuisine: FieldState;
  /** The most used first. */
  cuisines: Cuisine[];
};

const MOST_SHOWN = 7;

export function CuisineChoice({ field, newCuisine, cuisines }: Props) {
  const [usual, more] = [cuisines.slice(0, MOST_SHOWN), cuisines.slice(MOST_SHOWN)];
  const chosen = chosenValues(field.initialValue);
  const isUnfolded =
    Boolean(newCuisine.initialValue || newCuisine.errors) ||
    more.some(({ slug }) => chosen.includes(slug));
  return (
    <ChoiceGroup
      field={field}
      type="checkbox"
      legend="What does it serve?"
      choices={usual.map(choiceOf)}
      className="choices choices-chips"
    >
      <details className="more-choices" open={isUnfolded || undefined}>
        <summary>More …</summary>
        <div className="choices choices-chips">
          <Choices
            field={field}
            type="checkbox"
            choices={more
              .toSorted((one, other) => one.name.localeCompare(other.name, "en-GB"))
              .map(choiceOf)}
            areMore
          />
        </div>
        <Field
          field={newCuisine}
          label="Something that is not in the list?"
          hint="Up to five in all"
          optional
        >
          {(control) => <input {...control} className="input input-middle" />}
        </Field>
      </details>
    </ChoiceGroup>
  );
}

function choiceOf({ slug, name }: Cuisine) {
  return { value: slug, label: name };
}
