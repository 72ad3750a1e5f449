import { Link } from "react-router";
import {
  dietsAndFeaturesContent,
  typedDietsAndFeatures,
} from "#app/domain/places/diets-and-features-fields.ts";
import type { PlaceFacts as Facts } from "#app/domain/places/place-facts.server.ts";
import { correctionAction, correctionLoader } from "#app/forms/correction.server.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { FactsFieldset } from "./facts-fieldset.tsx";
import { FACTS_LABELS, factsForm } from "./form.ts";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

const typedOf = ({ dietsAndFeatures }: Facts) => typedDietsAndFeatures(dietsAndFeatures);

export const loader = correctionLoader(typedOf);

export const action = correctionAction({
  schema: factsForm,
  changeOf: (value) => ({ dietsAndFeatures: dietsAndFeaturesContent(value) }),
  typedOf,
  saved: "What it is good for is saved. Thank you.",
});

export default function PlaceFacts(props: Route.ComponentProps) {
  const form = useSiteForm({ ...props, schema: factsForm, labels: FACTS_LABELS });
  const { name, slug } = form.place;
  return (
    <FormScreen
      form={form}
      title={`What ${name} is good for`}
      heading={
        <>
          What is <bdi>{name}</bdi> good for?
        </>
      }
      lead="Say what you know and leave the rest: a guess is worse than nothing for anyone who depends on it."
      submit="Save what I know"
      pending="Saving …"
      wayOut={<Link to={paths.place(slug)}>Back to {name}</Link>}
    >
      <FactsFieldset fields={form.fields} />
    </FormScreen>
  );
}
