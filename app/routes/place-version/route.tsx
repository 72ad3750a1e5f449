import { data, Link, redirect } from "react-router";
import { z } from "zod";
import { isModerator } from "#app/domain/moderation/moderators.server.ts";
import { ruleWords } from "#app/domain/moderation/rules.ts";
import { compareFacts } from "#app/domain/places/compare-facts.ts";
import { findPlaceFacts } from "#app/domain/places/place-facts.server.ts";
import { findRevision, readFacts } from "#app/domain/places/place-revisions.server.ts";
import { restoreFacts } from "#app/domain/places/restore-facts.server.ts";
import { versionOf } from "#app/domain/posting/post-once.server.ts";
import { dayInLondon, formatDay } from "#app/domain/text/dates.ts";
import { authorFields } from "#app/forms/author-fields.ts";
import { versionField } from "#app/forms/form-schema.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { openForm } from "#app/forms/open-form.server.ts";
import { postForm } from "#app/forms/post-form.server.ts";
import { reportedFlash } from "#app/forms/reported-flash.ts";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import { idIn, missingPlace } from "#app/http/address.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { ComparedVersion } from "./compared-version.tsx";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";
export { reloadOnConflict as shouldRevalidate } from "#app/forms/reload-on-conflict.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const place = await findPlaceFacts(params.slug);
  if (!place) throw await missingPlace(params.slug);
  const revision = await findRevision(place.id, idIn(params.revision));
  if (!revision) throw data(null, { status: 404 });
  const moderateHref = (await mayModerate(context))
    ? paths.moderateVersion(place.slug, revision.id)
    : undefined;
  if (revision.hiddenRule !== null) {
    throw moderateHref ? redirect(moderateHref) : hiddenVersion(revision.hiddenRule);
  }
  return {
    ...(await openForm(context)),
    place: { slug: place.slug, name: place.name },
    isLocked: place.isLocked,
    version: versionOf(place),
    savedBy: revision.by ?? (revision.isUndo ? "a moderator" : "a former member"),
    savedOn: formatDay(dayInLondon(revision.createdAt)),
    differences: compareFacts(await readFacts(place.id), revision.facts),
    moderateHref,
  };
}

async function mayModerate(context: Route.LoaderArgs["context"]): Promise<boolean> {
  return isModerator((await context.get(visitorContext).member())?.id);
}

function hiddenVersion(rule: string) {
  const link = { href: paths.rule(rule), text: "What the rules are" };
  const text = `A moderator hid it. The reason: ${ruleWords(rule)}.`;
  return data({ title: "This version was hidden", text, link }, { status: 404 });
}

function versionForm({ needsHandle }: { needsHandle: boolean }) {
  return z.object({ ...authorFields({ needsHandle }), version: versionField });
}

export function action({ request, params, context }: Route.ActionArgs) {
  const { slug } = params;
  const revisionId = idIn(params.revision);
  return postForm({
    request,
    context,
    schema: versionForm,
    async post({ version }, author, formSecret) {
      const outcome = await restoreFacts({ slug, revisionId, version }, { author, formSecret });
      return outcome.kind === "changed-meanwhile"
        ? { status: 409, formErrors: [CHANGED_MEANWHILE] }
        : outcome;
    },
    answer: (posted) => ({
      to: paths.place(slug),
      flash: reportedFlash(slug, posted) ?? {
        text: "The version is restored. Thank you.",
        link: { href: paths.placeHistory(slug), text: "See all changes" },
      },
    }),
  });
}

const CHANGED_MEANWHILE =
  "The place is not as it was when you opened this page. Compare what differs now, then restore the version if it is right";

export default function PlaceVersion(props: Route.ComponentProps) {
  // What differs is worked out anew each time, and so is the version that it differs from.
  const { version } = props.loaderData;
  const form = { ...useSiteForm({ ...props, schema: versionForm }), version };
  const { place, savedBy, savedOn, differences, moderateHref } = form;
  const title = `${place.name} as of ${savedOn}`;
  const heading = (
    <>
      <bdi>{place.name}</bdi> as of {savedOn}
    </>
  );
  const wayOut = (
    <>
      <Link to={paths.placeHistory(place.slug)}>See all changes</Link>
      {moderateHref && (
        <>
          {" "}
          <Link to={moderateHref}>Moderate this version</Link>
        </>
      )}
    </>
  );
  if (differences.length === 0) {
    return (
      <div className="prose">
        <title>{`${title} · ${form.siteName}`}</title>
        <h1>{heading}</h1>
        <p>What is said of it now is what was said then.</p>
        <p>{wayOut}</p>
      </div>
    );
  }
  return (
    <FormScreen
      form={form}
      title={title}
      heading={heading}
      lead={
        <>
          As <bdi>{savedBy}</bdi> left it. Restoring it changes what is listed here, and nothing
          else.
        </>
      }
      submit="Restore this version"
      pending="Restoring …"
      wayOut={wayOut}
    >
      <ComparedVersion differences={differences} />
    </FormScreen>
  );
}
