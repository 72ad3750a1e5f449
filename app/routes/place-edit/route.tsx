import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Link } from "react-router";
import type { z } from "zod";
import { findUnknownCuisines, listCuisines } from "#app/domain/cuisines/cuisines.server.ts";
import { findPlaceFacts } from "#app/domain/places/place-facts.server.ts";
import { versionOf } from "#app/domain/posting/version.ts";
import { campusPosition, describeSite } from "#app/domain/site/site.server.ts";
import { dayInLondon } from "#app/domain/text/dates.ts";
import { AuthorField } from "#app/forms/author-field.tsx";
import { ChangedMeanwhile } from "#app/forms/changed-meanwhile.tsx";
import { Field } from "#app/forms/field.tsx";
import { formProblems } from "#app/forms/form-problems.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { keepTypedText } from "#app/forms/keep-typed-text.ts";
import { PlaceFieldset } from "#app/forms/place-fieldset.tsx";
import { postCorrection } from "#app/forms/post-correction.server.ts";
import { useLastResult } from "#app/forms/use-last-result.ts";
import { missingPlace } from "#app/http/address.server.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { comparedFields } from "./compared-fields.ts";
import { type EditForm, editedPlace, editForm, typedPlace } from "./edit-form.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const visitor = context.get(visitorContext);
  const member = await visitor.member();
  const place = await findPlaceFacts(params.slug);
  if (!place) throw await missingPlace(params.slug);
  return {
    siteName: describeSite().name,
    campus: campusPosition(),
    place: { name: place.name, href: paths.place(place.slug) },
    cuisines: await listCuisines(),
    opened: { ...typedPlace(place), version: versionOf(place) },
    today: dayInLondon(visitor.now()),
    deletionHref:
      member && member.id === place.recommendedBy ? paths.placeDelete(place.slug) : undefined,
    author: member?.handle,
    token: newFormToken(),
  };
}

export function action({ request, params, context }: Route.ActionArgs) {
  return postCorrection({
    ...{ request, context, slug: params.slug },
    schemaFor: ({ needsHandle }) => editForm({ needsHandle, campus: campusPosition() }),
    async changeOf(value: z.output<EditForm>) {
      const unknown = await findUnknownCuisines(value.cuisines);
      if (unknown.length === 0) return editedPlace(value);
      return {
        status: 400,
        fieldErrors: { cuisines: ["Choose cuisines from the list, or add one below it"] },
      };
    },
    typedOf: typedPlace,
    saved: "Your corrections are saved. Thank you.",
  });
}

export function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  return keepTypedText(request, serverAction);
}

export default function PlaceEdit({ loaderData, actionData }: Route.ComponentProps) {
  const reply = useLastResult(loaderData, actionData);
  const {
    siteName,
    campus,
    place,
    cuisines,
    opened,
    today,
    deletionHref,
    author,
    token,
    result,
    changed,
  } = reply;
  const schema = editForm({ needsHandle: author === undefined, campus });
  const [form, fields] = useForm<z.input<EditForm>, z.output<EditForm>>({
    id: "edit",
    lastResult: result,
    defaultValue: opened,
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldRevalidate: "onSubmit",
  });
  const inOrder = [
    ...[
      fields.name,
      fields.street,
      fields.postcode,
      fields.cuisines,
      fields.newCuisine,
      fields.priceBand,
    ],
    ...[
      fields.website,
      fields.position,
      fields.closedOn,
      fields.handle,
      fields.recoveryCode,
      fields.recoveryCode,
      fields.joinCode,
      fields.homepage,
    ],
  ];
  return (
    <FormScreen
      title={`Correct ${place.name} · ${siteName}`}
      heading={
        <>
          Correct <bdi>{place.name}</bdi>
        </>
      }
      lead="Anybody may put right what is said of a place. Its web address and its reviews stay."
      token={token}
      problems={formProblems(inOrder, form.errors)}
      formProps={getFormProps(form)}
      reply={actionData}
      submitLabel="Save corrections"
      pendingLabel="Saving …"
      wayOut={
        <>
          <Link to={place.href}>Back to {place.name}</Link>{" "}
          {deletionHref && <Link to={deletionHref}>Delete this place</Link>}
        </>
      }
    >
      <input
        type="hidden"
        name="version"
        value={changed?.version ?? fields.version.initialValue ?? ""}
      />
      <ChangedMeanwhile
        now={changed?.values}
        typed={result?.initialValue}
        fields={comparedFields(cuisines)}
      />
      <PlaceFieldset fields={fields} newCuisine={fields.newCuisine} cuisines={cuisines} />
      <Field
        field={fields.position}
        label="Where exactly?"
        hint="A link from OpenStreetMap, Google Maps or Apple Maps, or coordinates like 51.5643, -0.1063. Left empty, the postcode says where."
        optional
      >
        {(control) => <input {...control} className="input" autoComplete="off" />}
      </Field>
      <Field
        field={fields.closedOn}
        label="Closed for good since"
        hint="Leave it empty while the place is open."
        optional
      >
        {(control) => <input {...control} className="input input-short" type="date" max={today} />}
      </Field>
      <AuthorField fields={fields} author={author} />
    </FormScreen>
  );
}
