import { data, Link } from "react-router";
import { RULES_FOR_REVIEWS } from "#app/domain/moderation/rules.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { previewUndo } from "#app/domain/undoing/preview-undo.server.ts";
import { readSince, sinceWords } from "#app/domain/undoing/since.ts";
import { undoMember } from "#app/domain/undoing/undo-member.server.ts";
import { ChoiceGroup, RuleChoice } from "#app/forms/field.tsx";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { moderatedMember } from "#app/forms/moderated-member.server.ts";
import { LOG_LINK, postModeratorsForm } from "#app/forms/moderators-form.server.ts";
import { openForm } from "#app/forms/open-form.server.ts";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { ChooseSince } from "./choose-since.tsx";
import { undoForm } from "./form.ts";
import { presentPreview } from "./present.ts";
import { Preview } from "./preview.tsx";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const { id, handle } = await moderatedMember(context, params.handle);
  const now = context.get(visitorContext).now();
  const asked = url.searchParams.get("since")?.slice(0, 100);
  const since = asked === undefined ? undefined : readSince(asked, now);
  const problem = since && "problem" in since ? since.problem : undefined;
  const moment = since && "moment" in since ? since.moment : undefined;
  const preview = moment && (await previewUndo({ memberId: id, since: moment, now }));
  return data(
    {
      ...(await openForm(context)),
      handle,
      asked: asked ?? "",
      problem,
      which: sinceWords(asked ?? ""),
      moment: moment?.toISOString(),
      preview: preview && presentPreview(preview),
    },
    { status: problem === undefined ? 200 : 400 },
  );
}

export function action({ request, params, context }: Route.ActionArgs) {
  return postModeratorsForm({
    request,
    context,
    schema: undoForm,
    async post({ since, hide, rule }, moderatorId) {
      const { id: memberId } = await moderatedMember(context, params.handle);
      const undoing = { memberId, since: new Date(since), now: context.get(visitorContext).now() };
      return undoMember(undoing, { moderatorId, hide: hide && rule ? { rule } : undefined });
    },
    answer: ({ things = 0 }) => ({
      to: paths.moderateMember(params.handle),
      flash: {
        text:
          things === 0
            ? "There was nothing left to undo."
            : `${countOf(things, "thing is", "things are")} undone. Each is in the log.`,
        link: LOG_LINK,
      },
    }),
  });
}

export default function UndoMember(props: Route.ComponentProps) {
  const form = useSiteForm({ ...props, schema: undoForm });
  const { siteName, handle, asked, problem, which, moment, preview, fields } = form;
  const title = `Undo what ${handle} did`;
  const heading = (
    <>
      Undo what <bdi>{handle}</bdi> did
    </>
  );
  const wayOut = <Link to={paths.moderateMember(handle)}>Back to what they did</Link>;
  const choose = <ChooseSince handle={handle} asked={asked} problem={problem} />;
  if (!preview) {
    return (
      <div className="form-screen">
        <title>{`${problem === undefined ? "" : "Error: "}${title} · ${siteName}`}</title>
        <h1>{heading}</h1>
        {choose}
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
          {which}. Nothing is undone yet: below is what would be. What others wrote meanwhile stays,
          fact by fact. Each undoing stands in the history of its place and in the public log.
        </>
      }
      submit="Undo all of this"
      pending="Undoing …"
      wayOut={wayOut}
      after={choose}
    >
      <input type="hidden" name={fields.since.name} value={moment} />
      <Preview preview={preview} />
      {preview.reviewed > 0 && (
        <>
          <ChoiceGroup
            field={fields.hide}
            type="checkbox"
            legend="Their reviews"
            choices={[
              {
                value: "yes",
                label: `Also hide their reviews, and the places that only they reviewed: at ${countOf(preview.reviewed, "place")}`,
              },
            ]}
          />
          <RuleChoice
            field={fields.rule}
            legend="If you hide them: which rule do they break?"
            hint="The rule stands where each was."
            rules={RULES_FOR_REVIEWS}
          />
        </>
      )}
    </FormScreen>
  );
}
