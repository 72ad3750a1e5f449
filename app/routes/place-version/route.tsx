import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, Link } from "react-router";
import type { z } from "zod";
import { compareFacts } from "#app/domain/places/compare-facts.ts";
import { findPlaceFacts } from "#app/domain/places/place-facts.server.ts";
import { findRevision, readFacts } from "#app/domain/places/place-revisions.server.ts";
import { restoreFacts } from "#app/domain/places/restore-facts.server.ts";
import { versionOf } from "#app/domain/posting/version.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { dayInLondon, formatDay } from "#app/domain/text/dates.ts";
import { AuthorField } from "#app/forms/author-field.tsx";
import { formProblems } from "#app/forms/form-problems.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { keepTypedText } from "#app/forms/keep-typed-text.ts";
import { type FormProblem, postForm } from "#app/forms/post-form.server.ts";
import { useLastResult } from "#app/forms/use-last-result.ts";
import { idIn, missingPlace } from "#app/http/address.server.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { ComparedVersion } from "./compared-version.tsx";
import { type VersionForm, versionForm } from "./version-form.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const member = await context.get(visitorContext).member();
  const place = await findPlaceFacts(params.slug);
  if (!place) throw await missingPlace(params.slug);
  const revision = await findRevision(place.id, idIn(params.revision));
  if (!revision) throw data(null, { status: 404 });
  return {
    siteName: describeSite().name,
    place: { name: place.name, href: paths.placeHistory(place.slug) },
    of: { by: revision.by ?? "a former member", on: formatDay(dayInLondon(revision.createdAt)) },
    differences: compareFacts(await readFacts(place.id), revision.facts),
    version: versionOf(place),
    author: member?.handle,
    token: newFormToken(),
  };
}

const CHANGED_MEANWHILE: FormProblem = {
  status: 409,
  formErrors: [
    "The place is not as it was when you opened this page. Compare what differs now, then restore the version if it is right",
  ],
};

export function action({ request, params, context }: Route.ActionArgs) {
  const revisionId = idIn(params.revision);
  return postForm({
    request,
    context,
    schemaFor: versionForm,
    async post({ version }: z.output<VersionForm>, author, formSecret) {
      const outcome = await restoreFacts(
        { slug: params.slug, revisionId, version },
        { author, formSecret },
      );
      return outcome.kind === "changed-meanwhile" ? CHANGED_MEANWHILE : outcome;
    },
    flash: () => ({
      text: "The version is restored. Thank you.",
      link: { href: paths.placeHistory(params.slug), text: "See all changes" },
    }),
  });
}

export function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  return keepTypedText(request, serverAction);
}

// When somebody has changed the place meanwhile, the version differs in other things.
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: Revalidation) {
  return actionStatus === 409 || defaultShouldRevalidate;
}

type Revalidation = { actionStatus?: number; defaultShouldRevalidate: boolean };

export default function PlaceVersion({ loaderData, actionData }: Route.ComponentProps) {
  const { siteName, place, of, differences, version, author, token, result } = useLastResult(
    loaderData,
    actionData,
  );
  const schema = versionForm({ needsHandle: author === undefined });
  const [form, fields] = useForm<z.input<VersionForm>, z.output<VersionForm>>({
    id: "version",
    lastResult: result,
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldRevalidate: "onSubmit",
  });
  const wayOut = <Link to={place.href}>See all changes</Link>;
  const heading = (
    <>
      <bdi>{place.name}</bdi> as of {of.on}
    </>
  );
  const title = `${place.name} as of ${of.on} · ${siteName}`;
  if (differences.length === 0) {
    return (
      <div className="prose">
        <title>{title}</title>
        <h1>{heading}</h1>
        <p>What is said of it now is what was said then.</p>
        <p>{wayOut}</p>
      </div>
    );
  }
  return (
    <FormScreen
      {...{ title, heading, token, wayOut }}
      lead={
        <>
          As <bdi>{of.by}</bdi> left it. Restoring it changes what is listed here, and nothing else.
        </>
      }
      problems={formProblems([fields.handle, fields.joinCode, fields.homepage], form.errors)}
      formProps={getFormProps(form)}
      reply={actionData}
      submitLabel="Restore this version"
      pendingLabel="Restoring …"
    >
      <input type="hidden" name="version" value={version} />
      <ComparedVersion differences={differences} />
      <AuthorField fields={fields} author={author} />
    </FormScreen>
  );
}
