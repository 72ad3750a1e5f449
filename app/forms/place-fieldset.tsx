import type { Cuisine } from "#app/domain/cuisines/cuisines.server.ts";
import { UNKNOWN_PRICE_BAND } from "#app/domain/places/place-fields.ts";
import { PRICE_BANDS } from "#app/domain/places/price-band.ts";
import { ChoiceGroup, Field, type FieldState } from "./field.tsx";
import { WhereFieldset } from "./where-fieldset.tsx";

type Props = {
  fields: Record<"name" | "street" | "postcode" | "cuisines" | "priceBand" | "website", FieldState>;
  newCuisine: FieldState;
  cuisines: Cuisine[];
};

export function PlaceFieldset({ fields, newCuisine, cuisines }: Props) {
  return (
    <>
      <WhereFieldset fields={fields} />
      {cuisines.length > 0 && (
        <ChoiceGroup
          field={fields.cuisines}
          type="checkbox"
          legend="What does it serve?"
          hint="Up to five"
          choices={cuisines.map(({ slug, name }) => ({ value: slug, label: name }))}
          className="choices choices-across"
        />
      )}
      <Field
        field={newCuisine}
        label={cuisines.length > 0 ? "Something that is not in the list?" : "What does it serve?"}
        hint={
          cuisines.length > 0 ? undefined : "A cuisine, like Pizza. Yours is the first one here."
        }
        optional={cuisines.length > 0}
      >
        {(control) => <input {...control} className="input input-middle" />}
      </Field>
      <ChoiceGroup
        field={fields.priceBand}
        type="radio"
        legend="What does one person usually pay?"
        choices={[
          ...PRICE_BANDS.map(({ band, words }) => ({ value: String(band), label: words })),
          { value: UNKNOWN_PRICE_BAND, label: "Not sure" },
        ]}
      />
      <Field field={fields.website} label="Website" hint="Like https://example.org" optional>
        {(control) => <input {...control} className="input" type="url" inputMode="url" />}
      </Field>
    </>
  );
}
