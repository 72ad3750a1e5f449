import type { Cuisine } from "#app/domain/cuisines/cuisines.server.ts";
import { PORTIONS } from "#app/domain/places/diets-and-features.ts";
import { MAINLY } from "#app/domain/places/mainly.ts";
import { PRICE_BANDS } from "#app/domain/places/price-band.ts";
import { capitalised } from "#app/domain/text/counting.ts";
import type { Position } from "#app/domain/walk/coordinates.ts";
import { ChoiceGroup, Field } from "#app/forms/field.tsx";
import { FormScreen } from "#app/forms/form-screen.tsx";
import type { OpenedForm } from "#app/forms/open-form.server.ts";
import { OpinionFieldset, VisitFieldset } from "#app/forms/review-fieldset.tsx";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import type { Route } from "./+types/route";
import { CuisineChoice } from "./cuisine-choice.tsx";
import { placeForm } from "./form.ts";
import { HoursPart } from "./hours-part.tsx";
import { SameNameNotice } from "./same-name-notice.tsx";
import type { TypedWhere } from "./where-form.ts";
import { WhereLine } from "./where-line.tsx";

type Props = {
  started: OpenedForm & { cuisines: Cuisine[]; campus: Position; today: string };
  /** What the first part of the form brought. */
  typed: TypedWhere & { differentPlace?: "yes" | undefined };
  actionData: Route.ComponentProps["actionData"];
};

export function WholeForm({ started, typed, actionData }: Props) {
  const loaderData = { ...started, opened: typed };
  const schema = placeForm(started.campus);
  const form = useSiteForm({ loaderData, actionData, schema, id: "place" });
  const { fields, cuisines, today, alternatives = [] } = form;
  const { cuisines: chosen, newCuisine: named } = fields;
  // A site without cuisines offers none to choose, so the first one has to be named.
  const isFirst = cuisines.length === 0;
  const newCuisine = {
    id: named.id,
    name: named.name,
    errors: named.errors ?? (isFirst ? chosen.errors : undefined),
    initialValue: named.initialValue,
  };
  const problems = form.problems.map((problem) =>
    isFirst && problem.controlId === chosen.id ? { ...problem, controlId: named.id } : problem,
  );
  const { everyDay, weekdays, saturday, sunday } = fields;
  const { mainly, dish, price, priceKind, visitedOn, website } = fields;
  const hours = [everyDay, weekdays, saturday, sunday];
  const optional = [...hours, mainly, dish, price, priceKind, visitedOn, website];
  const isUnfolded = optional.some(({ initialValue, errors }) => initialValue || errors);
  return (
    <FormScreen
      form={{ ...form, problems }}
      title="Recommend a place"
      heading="How was it?"
      step="2 of 2"
      submit="Post it"
      pending="Posting …"
    >
      <WhereLine fields={fields} />
      <SameNameNotice field={fields.differentPlace} alternatives={alternatives} />
      <OpinionFieldset
        fields={fields}
        isHeaded
        question="What should a friend know?"
        hint="A sentence is plenty: what to order, when to go."
      />
      {isFirst ? (
        <Field
          field={newCuisine}
          label="What does it serve?"
          hint="A cuisine, like Pizza. Yours is the first one here."
        >
          {(control) => <input {...control} className="input input-middle" />}
        </Field>
      ) : (
        <CuisineChoice field={chosen} newCuisine={newCuisine} cuisines={cuisines} />
      )}
      <ChoiceGroup
        field={fields.priceBand}
        type="radio"
        legend="One person usually pays"
        choices={PRICE_BANDS.map(({ band, short }) => ({ value: String(band), label: short }))}
        className="choices choices-bar"
      />
      <ChoiceGroup
        field={fields.vegan}
        type="radio"
        legend="Can vegans eat there?"
        optional
        choices={VEGAN_CHOICES}
        className="choices choices-bar"
      />
      <details className="more-fields" open={isUnfolded || undefined}>
        <summary>
          Add hours, dish, price, date <span className="optional">(optional)</span>
        </summary>
        <div className="folded-fields">
          <HoursPart fields={fields} />
          <ChoiceGroup
            field={fields.mainly}
            type="radio"
            legend="What do people mainly have?"
            optional
            choices={MAINLY.map(({ kind, words }) => ({ value: kind, label: capitalised(words) }))}
            className="choices choices-bar choices-three"
          />
          <VisitFieldset fields={fields} today={today} />
          <Field field={fields.website} label="Website" hint="Like https://example.org" optional>
            {(control) => <input {...control} className="input" type="url" inputMode="url" />}
          </Field>
        </div>
      </details>
    </FormScreen>
  );
}

const VEGAN_WORDS = { none: "No", some: "Some", all: "All of it" };

const VEGAN_CHOICES = [
  ...PORTIONS.map(({ portion }) => ({ value: portion, label: VEGAN_WORDS[portion] })).toReversed(),
  { value: "unknown", label: "Not sure" },
];
