import { Link, redirect } from "react-router";
import { answerReport } from "#app/domain/places/answer-report.server.ts";
import { findReportedPlace } from "#app/domain/places/reported-place.server.ts";
import type { ReportAnswer } from "#app/domain/reports/report.ts";
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
import { buttonSchema, reportForm } from "./form.ts";
import { presentReports } from "./present.ts";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const member = await context.get(visitorContext).member();
  const found = await findReportedPlace(params.slug, member?.id);
  if (!found) throw await missingPlace(params.slug);
  const { place, reports } = found;
  const asked = buttonSchema.partial().safeParse(Object.fromEntries(url.searchParams)).data;
  const [first] = reports;
  return {
    ...(await openForm(context)),
    place: { slug: place.slug, name: place.name },
    isLocked: place.isLocked,
    reports: presentReports(place, reports),
    isOwnAmongThem: reports.some(({ isOwn }) => isOwn),
    opened: {
      report: String(reports.find(({ id }) => id === asked?.report)?.id ?? first?.id ?? ""),
      answer: asked?.answer,
    },
  };
}

export async function action({ request, params: { slug }, context }: Route.ActionArgs) {
  const visitor = context.get(visitorContext);
  const sent = await findButtonPost(request.clone());
  // Of the form's own posts the kit asks who sends them, where a failure gives the form back.
  if (sent && !(await visitor.member())) {
    return redirect(`${paths.placeReports(slug, sent.report)}&answer=${sent.answer}`, 303);
  }
  return postForm({
    request,
    context,
    schema: reportForm,
    acceptsButtonPost: true,
    post: ({ report, answer }, author, formSecret) =>
      answerReport({ slug, reportId: report, answer }, { author, formSecret }),
    answer: (posted, { answer }) => ({
      to: paths.place(slug),
      flash: (answer === "agree" ? reportedFlash(slug, posted) : undefined) ?? {
        text: posted.reported ? FOUND_OPEN : ANSWERED[answer],
        link: { href: paths.placeHistory(slug), text: "See all changes" },
      },
    }),
  });
}

const ANSWERED: Record<ReportAnswer, string> = {
  agree: "Thank you: the place is put right.",
  "turn-down": "Thank you: the report is settled, and nothing was changed.",
  withdraw: "You have taken it back.",
};
const FOUND_OPEN =
  "Thanks: confirmed open today. The report stays until a moderator, or somebody who has reviewed places here for a while, has looked.";

async function findButtonPost(request: Request) {
  const form = await request.formData().catch(() => undefined);
  return !form || form.has("token")
    ? undefined
    : buttonSchema.safeParse(Object.fromEntries(form)).data;
}

export default function PlaceReports(props: Route.ComponentProps) {
  const form = useSiteForm({ ...props, schema: reportForm });
  const { place, reports, isOwnAmongThem } = form;
  const title = `What is reported of ${place.name}`;
  const heading = (
    <>
      What is reported of <bdi>{place.name}</bdi>
    </>
  );
  const wayOut = <Link to={paths.place(place.slug)}>Back to {place.name}</Link>;
  if (reports.length === 0 && form.problems.length === 0) {
    return (
      <div className="prose">
        <title>{`${title} · ${form.siteName}`}</title>
        <h1>{heading}</h1>
        <p>Nothing waits to be decided. What has been changed is in its history.</p>
        <p>
          {wayOut} <Link to={paths.placeHistory(place.slug)}>Changes to this page</Link>
        </p>
      </div>
    );
  }
  return (
    <FormScreen
      form={form}
      title={title}
      heading={heading}
      lead="People who are new here say this of it. It changes nothing until a moderator, or somebody who has reviewed places here for a while, agrees. Anybody else’s answer is added to it."
      submit="Send the answer"
      pending="Sending …"
      wayOut={wayOut}
    >
      <ChoiceGroup
        field={form.fields.report}
        type="radio"
        legend="What do you know about?"
        choices={reports.map(({ id, says, said, reporters }) => ({
          value: String(id),
          label: (
            <span>
              Somebody says that {says}
              {said !== undefined && (
                <>
                  {" "}
                  “<bdi>{said}</bdi>”
                </>
              )}
              : <bdi>{reporters.by}</bdi> {reporters.rest}
            </span>
          ),
        }))}
      />
      <ChoiceGroup
        field={form.fields.answer}
        type="radio"
        legend="Is it so?"
        choices={[
          { value: "agree", label: "I can confirm it" },
          { value: "turn-down", label: "It is not so" },
          ...(isOwnAmongThem ? [{ value: "withdraw", label: "I said it, and take it back" }] : []),
        ]}
      />
    </FormScreen>
  );
}
