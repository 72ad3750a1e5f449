import { Link, redirect } from "react-router";
import { z } from "zod";
import { findShownPlace } from "#app/domain/moderation/withheld.server.ts";
import { recordSighting } from "#app/domain/places/record-sighting.server.ts";
import { SIGHTING_REPORTS, sightingReportSchema } from "#app/domain/sightings/sighting.ts";
import { authorFields } from "#app/forms/author-fields.ts";
import { ChoiceGroup } from "#app/forms/field.tsx";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { openForm } from "#app/forms/open-form.server.ts";
import { postForm } from "#app/forms/post-form.server.ts";
import { reportedFlash } from "#app/forms/reported-flash.ts";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import { missingPlace } from "#app/http/address.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { thankForSighting } from "./thank-for-sighting.ts";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const place = await findShownPlace(params.slug);
  if (!place) throw await missingPlace(params.slug);
  const { slug, name, isLocked } = place;
  const report = sightingReportSchema.safeParse(url.searchParams.get("found"));
  return {
    ...(await openForm(context)),
    place: { slug, name },
    isLocked,
    opened: { found: report.data },
  };
}

function sightingForm({ needsHandle }: { needsHandle: boolean }) {
  return z.object({ found: sightingReportSchema, ...authorFields({ needsHandle }) });
}

export async function action({ request, params: { slug }, context }: Route.ActionArgs) {
  const report = await findButtonPost(request.clone());
  // Of the form's own posts the kit asks who sends them, where a failure gives the form back.
  if (report && !(await context.get(visitorContext).member())) {
    return redirect(`${paths.placeSighting(slug)}?found=${report}`, 303);
  }
  return postForm({
    request,
    context,
    schema: sightingForm,
    acceptsButtonPost: true,
    async requireSubject() {
      if (!(await findShownPlace(slug))) throw await missingPlace(slug);
    },
    async post(value, author, formSecret) {
      const outcome = await recordSighting(slug, value.found, { author, formSecret });
      return outcome.kind === "hours-unknown"
        ? { status: 400, fieldErrors: { found: [HOURS_UNKNOWN] } }
        : outcome;
    },
    answer: (posted, value) => ({
      to: paths.place(slug),
      flash: reportedFlash(slug, posted) ?? thankForSighting(slug, value.found),
    }),
  });
}

const HOURS_UNKNOWN =
  "Nobody has said yet when it is open, so there is nothing to confirm. Choose something else";

/** A button on the place's page sends no token, unlike the form here, for which this is undefined. */
async function findButtonPost(request: Request) {
  const form = await request.formData().catch(() => undefined);
  return form?.has("token") ? undefined : sightingReportSchema.safeParse(form?.get("found")).data;
}

export default function Sighting(props: Route.ComponentProps) {
  const form = useSiteForm({ ...props, schema: sightingForm });
  const { name, slug } = form.place;
  return (
    <FormScreen
      form={form}
      title={`Is ${name} still there?`}
      heading={
        <>
          Is <bdi>{name}</bdi> still there?
        </>
      }
      lead="What you found keeps the list fresh for everybody. Once this browser knows you, it is one press on the place’s page."
      submit="Say so"
      pending="Saying so …"
      wayOut={<Link to={paths.place(slug)}>Back to {name}</Link>}
    >
      <ChoiceGroup
        field={form.fields.found}
        type="radio"
        legend="What did you find?"
        choices={SIGHTING_REPORTS.map(({ report, words }) => ({ value: report, label: words }))}
      />
    </FormScreen>
  );
}
