import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Link } from "react-router";
import type { z } from "zod";
import { DIETS, FEATURES } from "#app/domain/places/needs.ts";
import { needsContent, typedNeeds } from "#app/domain/places/needs-fields.ts";
import { findPlaceFacts } from "#app/domain/places/place-facts.server.ts";
import { versionOf } from "#app/domain/posting/version.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { capitalised } from "#app/domain/text/counting.ts";
import { AuthorField } from "#app/forms/author-field.tsx";
import { ChangedMeanwhile } from "#app/forms/changed-meanwhile.tsx";
import { formProblems } from "#app/forms/form-problems.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { keepTypedText } from "#app/forms/keep-typed-text.ts";
import { postCorrection } from "#app/forms/post-correction.server.ts";
import { useLastResult } from "#app/forms/use-last-result.ts";
import { missingPlace } from "#app/http/address.server.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { choiceWords, FactsFieldset } from "./facts-fieldset.tsx";
import { type FactsForm, factsForm } from "./facts-form.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const member = await context.get(visitorContext).member();
  const place = await findPlaceFacts(params.slug);
  if (!place) throw await missingPlace(params.slug);
  return {
    siteName: describeSite().name,
    place: { name: place.name, href: paths.place(place.slug) },
    opened: { ...typedNeeds(place.needs), version: versionOf(place) },
    author: member?.handle,
    token: newFormToken(),
  };
}

export function action({ request, params, context }: Route.ActionArgs) {
  return postCorrection({
    ...{ request, context, slug: params.slug },
    schemaFor: factsForm,
    changeOf: (value: z.output<FactsForm>) => ({ needs: needsContent(value) }),
    typedOf: ({ needs }) => typedNeeds(needs),
    saved: "What it is good for is saved. Thank you.",
  });
}

export function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  return keepTypedText(request, serverAction);
}

const COMPARED = [
  ...DIETS.map(({ diet, words }) => ({
    name: diet,
    label: capitalised(words),
    wordsOf: choiceWords,
  })),
  ...FEATURES.map(({ feature, words }) => ({
    name: feature,
    label: capitalised(words),
    wordsOf: choiceWords,
  })),
];

export default function PlaceFacts({ loaderData, actionData }: Route.ComponentProps) {
  const { siteName, place, opened, author, token, result, changed } = useLastResult(
    loaderData,
    actionData,
  );
  const schema = factsForm({ needsHandle: author === undefined });
  const [form, fields] = useForm<z.input<FactsForm>, z.output<FactsForm>>({
    id: "known",
    lastResult: result,
    defaultValue: opened,
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldRevalidate: "onSubmit",
  });
  const inOrder = [
    ...DIETS.map(({ diet }) => fields[diet]),
    ...FEATURES.map(({ feature }) => fields[feature]),
  ];
  return (
    <FormScreen
      title={`What ${place.name} is good for · ${siteName}`}
      heading={
        <>
          What is <bdi>{place.name}</bdi> good for?
        </>
      }
      lead="Say what you know and leave the rest: a guess is worse than nothing for whoever depends on it."
      token={token}
      problems={formProblems(
        [...inOrder, fields.handle, fields.recoveryCode, fields.joinCode, fields.homepage],
        form.errors,
      )}
      formProps={getFormProps(form)}
      reply={actionData}
      submitLabel="Save what I know"
      pendingLabel="Saving …"
      wayOut={<Link to={place.href}>Back to {place.name}</Link>}
    >
      <input
        type="hidden"
        name="version"
        value={changed?.version ?? fields.version.initialValue ?? ""}
      />
      <ChangedMeanwhile now={changed?.values} typed={result?.initialValue} fields={COMPARED} />
      <FactsFieldset fields={fields} />
      <AuthorField fields={fields} author={author} />
    </FormScreen>
  );
}
