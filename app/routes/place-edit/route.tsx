import { Link } from "react-router";
import { findUnknownCuisines, listCuisines } from "#app/domain/cuisines/cuisines.server.ts";
import { MAINLY } from "#app/domain/places/mainly.ts";
import { findPlaceFacts } from "#app/domain/places/place-facts.server.ts";
import { countCuisines, NO_CUISINE } from "#app/domain/places/place-fields.ts";
import { campusPosition } from "#app/domain/site/site.server.ts";
import { capitalised } from "#app/domain/text/counting.ts";
import { dayInLondon, shortDay } from "#app/domain/text/dates.ts";
import { isKnownPostcode } from "#app/domain/walk/postcode-table.server.ts";
import { correctionAction, openCorrection } from "#app/forms/correction.server.ts";
import { findExamples } from "#app/forms/examples.server.ts";
import { ExamplesContext } from "#app/forms/examples.ts";
import { ChoiceGroup, Field } from "#app/forms/field.tsx";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { PlaceFieldset } from "#app/forms/place-fieldset.tsx";
import { PositionFieldset } from "#app/forms/position-fieldset.tsx";
import { askWhere } from "#app/forms/say-where.ts";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import { missingPlace } from "#app/http/address.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { editedPlace, editForm, editLabels, typedPlace } from "./form.ts";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const visitor = context.get(visitorContext);
  const place = await findPlaceFacts(params.slug);
  if (!place) throw await missingPlace(params.slug);
  const member = await visitor.member();
  return {
    ...(await openCorrection(context, place, typedPlace)),
    campus: campusPosition(),
    cuisines: await listCuisines(),
    examples: await findExamples(),
    today: dayInLondon(visitor.now()),
    isRecommender: member !== undefined && member.id === place.recommendedBy,
  };
}

export const action = correctionAction({
  schema: (options) => editForm(campusPosition())(options),
  async changeOf(value, before) {
    const { postcode, position, approximateWalk } = value;
    const isPlaced = position !== undefined || approximateWalk !== undefined;
    if (!isPlaced && postcode !== before.postcode && !(await isKnownPostcode(postcode))) {
      return askWhere(postcode);
    }
    const refuse = (problem: string) => ({ status: 400, fieldErrors: { cuisines: [problem] } });
    // Nobody has to know what a register does not say.
    if (countCuisines(value) === 0 && before.cuisines.length > 0) return refuse(NO_CUISINE);
    const unknown = await findUnknownCuisines(value.cuisines);
    if (unknown.length === 0) return editedPlace(value);
    return refuse("Choose cuisines from the list, or add one below it");
  },
  typedOf: typedPlace,
  saved: "Your corrections are saved. Thank you.",
});

export default function PlaceEdit(props: Route.ComponentProps) {
  const { campus, cuisines, examples } = props.loaderData;
  const form = useSiteForm({
    ...props,
    schema: editForm(campus),
    labels: editLabels(cuisines),
  });
  const { fields, today } = form;
  const { name, slug } = form.place;
  return (
    <FormScreen
      form={form}
      title={`Correct ${name}`}
      heading={
        <>
          Correct <bdi>{name}</bdi>
        </>
      }
      lead="Anybody may put right what is said of a place. Of its name, its address and whether it has closed, what newcomers say is a report first."
      submit="Save corrections"
      pending="Saving …"
      wayOut={
        <>
          <Link to={paths.place(slug)}>Back to {name}</Link>{" "}
          {form.isRecommender && <Link to={paths.placeDelete(slug)}>Delete this place</Link>}
        </>
      }
    >
      <ExamplesContext value={examples}>
        <PlaceFieldset fields={fields} newCuisine={fields.newCuisine} cuisines={cuisines} />
        <ChoiceGroup
          field={fields.mainly}
          type="radio"
          legend="What do people mainly have?"
          hint="That is what the price above is of."
          optional
          choices={[
            ...MAINLY.map(({ kind, words }) => ({ value: kind, label: capitalised(words) })),
            { value: "", label: "Not sure" },
          ]}
          className="choices choices-bar"
        />
        <PositionFieldset fields={fields} otherwise="Left empty, the postcode says where." />
      </ExamplesContext>
      <Field
        field={fields.closedOn}
        label="Closed for good since"
        hint={`Like ${shortDay(today)}. Leave it empty while the place is open.`}
        optional
      >
        {(control) => <input {...control} className="input input-short" />}
      </Field>
    </FormScreen>
  );
}
