import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import type { Cuisine } from "#app/domain/cuisines/cuisines.server.ts";
import { AuthorField } from "#app/forms/author-field.tsx";
import { formProblems } from "#app/forms/form-problems.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { PlaceFieldset } from "#app/forms/place-fieldset.tsx";
import { ReviewFieldset } from "#app/forms/review-fieldset.tsx";
import { useLastResult } from "#app/forms/use-last-result.ts";
import type { Route } from "./+types/route";
import { type PlaceForm, placeForm } from "./place-form.ts";
import { SameNameNotice } from "./same-name-notice.tsx";
import type { TypedWhere } from "./where-form.ts";

type Props = {
  started: {
    siteName: string;
    cuisines: Cuisine[];
    author: string | undefined;
    token: string;
    today: string;
  };
  /** What the first part of the form brought. */
  typed: TypedWhere & { differentPlace?: "yes" | undefined };
  actionData: Route.ComponentProps["actionData"];
};

/** The form as a whole: which place, what it is, and what its author thought of it. */
export function WholeForm({ started, typed, actionData }: Props) {
  const reply = useLastResult(started, actionData);
  const { siteName, cuisines, today, author, token, result, alternatives = [] } = reply;
  const schema = placeForm({ needsHandle: author === undefined });
  const [form, fields] = useForm<z.input<PlaceForm>, z.output<PlaceForm>>({
    id: "place",
    lastResult: result,
    defaultValue: typed,
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldRevalidate: "onSubmit",
  });
  const { cuisines: chosen, newCuisine: named } = fields;
  // On a site without cuisines there is none to choose: naming the first one is the answer.
  const firstCuisine = { id: named.id, name: named.name, errors: named.errors ?? chosen.errors };
  const newCuisine =
    cuisines.length > 0 ? named : { ...firstCuisine, initialValue: named.initialValue };
  const serves = cuisines.length > 0 ? [chosen, named] : [newCuisine];
  const inOrder = [
    ...(alternatives.length > 0 ? [fields.differentPlace] : []),
    ...[fields.name, fields.street, fields.postcode, ...serves, fields.priceBand],
    ...[fields.website, fields.rating, fields.body, fields.dish, fields.price, fields.visitedOn],
    ...[fields.handle, fields.recoveryCode, fields.joinCode, fields.homepage],
  ];
  return (
    <FormScreen
      title={`Recommend a place · ${siteName}`}
      heading="Recommend a place"
      lead="Where it is, what it is, and what you thought of it. What is optional says so."
      token={token}
      problems={formProblems(inOrder, form.errors)}
      formProps={getFormProps(form)}
      reply={actionData}
      submitLabel="Post recommendation"
      pendingLabel="Posting …"
    >
      <SameNameNotice field={fields.differentPlace} alternatives={alternatives} />
      <PlaceFieldset fields={fields} newCuisine={newCuisine} cuisines={cuisines} />
      <div className="form-group">
        <h2>What you thought of it</h2>
        <ReviewFieldset fields={fields} today={today} />
      </div>
      <AuthorField fields={fields} author={author} />
    </FormScreen>
  );
}
