import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Link, redirect } from "react-router";
import type { z } from "zod";
import { findPlaceName } from "#app/domain/places/place-page.server.ts";
import { recordSighting } from "#app/domain/places/record-sighting.server.ts";
import type { PostOutcome } from "#app/domain/posting/post-once.server.ts";
import { SIGHTING_REPORTS, sightingReportSchema } from "#app/domain/sightings/sighting.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { AuthorField } from "#app/forms/author-field.tsx";
import { ChoiceGroup } from "#app/forms/choice-group.tsx";
import { formProblems } from "#app/forms/form-problems.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { keepTypedText } from "#app/forms/keep-typed-text.ts";
import { type FormProblem, postForm } from "#app/forms/post-form.server.ts";
import { useLastResult } from "#app/forms/use-last-result.ts";
import { missingPlace } from "#app/http/address.server.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { type SightingForm, sightingForm } from "./sighting-form.ts";
import { thankForSighting } from "./thank-for-sighting.ts";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const member = await context.get(visitorContext).member();
  const place = await findPlaceName(params.slug);
  if (!place) throw await missingPlace(params.slug);
  const found = sightingReportSchema.safeParse(url.searchParams.get("found"));
  return {
    siteName: describeSite().name,
    place: { name: place.name, href: paths.place(place.slug) },
    opened: { found: found.data ?? "" },
    author: member?.handle,
    token: newFormToken(),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const place = await findPlaceName(params.slug);
  if (!place) throw await missingPlace(params.slug);
  const member = await context.get(visitorContext).member();
  const pressed = member ? undefined : await findPressed(request.clone());
  if (pressed) return redirect(`${paths.placeSighting(place.slug)}?found=${pressed}`, 303);
  return postForm({
    request,
    context,
    schemaFor: sightingForm,
    acceptsButtonPost: true,
    async post({ found }, author, formSecret): Promise<PostOutcome | FormProblem> {
      const outcome = await recordSighting(place.slug, found, { author, formSecret });
      return outcome.kind === "hours-unknown"
        ? { status: 400, fieldErrors: { found: [HOURS_UNKNOWN] } }
        : outcome;
    },
    flash: (_answer, _author, { found }: z.output<SightingForm>) =>
      thankForSighting(place.slug, found),
  });
}

const HOURS_UNKNOWN =
  "Nobody has said yet when it is open, so there is nothing to confirm. Choose something else";

/** What a button of the place's page says, which has no token as the form here has; undefined for a form, or nonsense. */
async function findPressed(request: Request) {
  const form = await request.formData().catch(() => undefined);
  return form?.has("token") ? undefined : sightingReportSchema.safeParse(form?.get("found")).data;
}

export function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  return keepTypedText(request, serverAction);
}

export default function Seen({ loaderData, actionData }: Route.ComponentProps) {
  const { siteName, place, opened, author, token, result } = useLastResult(loaderData, actionData);
  const schema = sightingForm({ needsHandle: author === undefined });
  const [form, fields] = useForm<z.input<SightingForm>, z.output<SightingForm>>({
    id: "seen",
    lastResult: result,
    defaultValue: opened,
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldRevalidate: "onSubmit",
  });
  return (
    <FormScreen
      title={`Is ${place.name} still there? · ${siteName}`}
      heading={
        <>
          Is <bdi>{place.name}</bdi> still there?
        </>
      }
      lead="What you found keeps the list fresh for everybody. Once this browser knows you, it is one press on the place’s page."
      token={token}
      problems={formProblems(
        [fields.found, fields.handle, fields.recoveryCode, fields.joinCode, fields.homepage],
        form.errors,
      )}
      formProps={getFormProps(form)}
      reply={actionData}
      submitLabel="Say so"
      pendingLabel="Saying so …"
      wayOut={<Link to={place.href}>Back to {place.name}</Link>}
    >
      <ChoiceGroup
        field={fields.found}
        type="radio"
        legend="What did you find?"
        choices={SIGHTING_REPORTS.map(({ found, words }) => ({ value: found, label: words }))}
      />
      <AuthorField fields={fields} author={author} />
    </FormScreen>
  );
}
