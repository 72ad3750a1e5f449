import { Link } from "react-router";
import { z } from "zod";
import { RULES_FOR_REVIEWS } from "#app/domain/moderation/rules.ts";
import { stopFields } from "#app/domain/moderation/stop-fields.ts";
import { stopMember } from "#app/domain/moderation/stop-member.server.ts";
import { Field, RuleChoice } from "#app/forms/field.tsx";
import { tokenField } from "#app/forms/form-schema.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { moderatedMember } from "#app/forms/moderated-member.server.ts";
import { LOG_LINK, postModeratorsForm } from "#app/forms/moderators-form.server.ts";
import { openForm } from "#app/forms/open-form.server.ts";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

export async function loader({ params, context }: Route.LoaderArgs) {
  const { handle } = await moderatedMember(context, params.handle);
  return { ...(await openForm(context)), handle };
}

function stopForm() {
  return z.object({ ...stopFields, ...tokenField });
}

export function action({ request, params, context }: Route.ActionArgs) {
  return postModeratorsForm({
    request,
    context,
    schema: stopForm,
    async post({ rule, words }, moderatorId, secret) {
      const { id } = await moderatedMember(context, params.handle);
      return stopMember(id, { rule, words }, moderatorId, secret);
    },
    answer: () => ({
      to: paths.moderateMember(params.handle),
      flash: {
        text: "They can no longer post, and read why on every form.",
        link: { href: paths.moderateMemberUndo(params.handle), text: "Undo what they did" },
        next: LOG_LINK,
      },
    }),
  });
}

export default function StopMember(props: Route.ComponentProps) {
  const form = useSiteForm({ ...props, schema: stopForm });
  const { handle, fields } = form;
  return (
    <FormScreen
      form={form}
      title={`Stop ${handle} posting`}
      heading={
        <>
          Stop <bdi>{handle}</bdi> posting
        </>
      }
      lead="Until a moderator lifts it. They can still sign in, read, download what they posted, and leave. What they posted stays as it is."
      submit="Stop them posting"
      pending="Stopping …"
      wayOut={<Link to={paths.moderateMember(handle)}>Back to what they did</Link>}
    >
      <RuleChoice
        field={fields.rule}
        legend="Which rule did they break?"
        hint="It stands in the public log, without their handle."
        rules={RULES_FOR_REVIEWS}
      />
      <Field
        field={fields.words}
        label="What do you tell them?"
        hint="They read it on every form, with the rule. Only they and moderators see it."
      >
        {(control) => <textarea {...control} className="input" rows={3} />}
      </Field>
    </FormScreen>
  );
}
