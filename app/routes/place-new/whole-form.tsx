import type { Cuisine } from "#app/domain/cuisines/cuisines.server.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import type { OpenedForm } from "#app/forms/open-form.server.ts";
import { PlaceFieldset } from "#app/forms/place-fieldset.tsx";
import { ReviewFieldset } from "#app/forms/review-fieldset.tsx";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import type { Route } from "./+types/route";
import { placeForm } from "./form.ts";
import { SameNameNotice } from "./same-name-notice.tsx";
import type { TypedWhere } from "./where-form.ts";

type Props = {
  started: OpenedForm & { cuisines: Cuisine[]; today: string };
  /** What the first part of the form brought. */
  typed: TypedWhere & { differentPlace?: "yes" | undefined };
  actionData: Route.ComponentProps["actionData"];
};

export function WholeForm({ started, typed, actionData }: Props) {
  const loaderData = { ...started, opened: typed };
  const form = useSiteForm({ loaderData, actionData, schema: placeForm, id: "place" });
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
  return (
    <FormScreen
      form={{ ...form, problems }}
      title="Recommend a place"
      lead="Where it is, what it is, and what you thought of it. What is optional says so."
      submit="Post recommendation"
      pending="Posting …"
    >
      <SameNameNotice field={fields.differentPlace} alternatives={alternatives} />
      <PlaceFieldset fields={fields} newCuisine={newCuisine} cuisines={cuisines} />
      <div className="form-group">
        <h2>What you thought of it</h2>
        <ReviewFieldset fields={fields} today={today} />
      </div>
    </FormScreen>
  );
}
