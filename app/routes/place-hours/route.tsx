import { Link } from "react-router";
import { hoursContent, typedHours } from "#app/domain/hours/hours-fields.ts";
import type { PlaceFacts } from "#app/domain/places/place-facts.server.ts";
import { correctionAction, correctionLoader } from "#app/forms/correction.server.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { HOURS_LABELS, hoursForm } from "./form.ts";
import { HoursFieldset } from "./hours-fieldset.tsx";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

const typedOf = ({ hours }: PlaceFacts) => typedHours(hours);

export const loader = correctionLoader(typedOf);

export const action = correctionAction({
  schema: hoursForm,
  changeOf: (value) => ({ hours: hoursContent(value) }),
  typedOf,
  saved: "The hours are saved. Thank you.",
});

export default function PlaceHours(props: Route.ComponentProps) {
  const form = useSiteForm({ ...props, schema: hoursForm, labels: HOURS_LABELS });
  const { name, slug } = form.place;
  return (
    <FormScreen
      form={form}
      title={`Hours of ${name}`}
      heading={
        <>
          When is <bdi>{name}</bdi> open?
        </>
      }
      lead="Write the hours as people say them. Saving confirms them as of today; leave everything empty if nobody knows."
      submit="Save the hours"
      pending="Saving …"
      wayOut={<Link to={paths.place(slug)}>Back to {name}</Link>}
    >
      <HoursFieldset fields={form.fields} />
    </FormScreen>
  );
}
