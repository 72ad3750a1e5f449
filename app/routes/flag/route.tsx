import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Link } from "react-router";
import { findItemToFlag, flagItem } from "#app/domain/moderation/flagged-item.server.ts";
import { isModerator } from "#app/domain/moderation/moderators.server.ts";
import { RULES } from "#app/domain/moderation/rules.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { ChoiceGroup } from "#app/forms/choice-group.tsx";
import { Field } from "#app/forms/field.tsx";
import { formProblems } from "#app/forms/form-problems.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { keepTypedText } from "#app/forms/keep-typed-text.ts";
import { postMembersForm } from "#app/forms/post-members-form.server.ts";
import { useLastResult } from "#app/forms/use-last-result.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { itemIn, missingItem } from "#app/http/item-in-address.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { flagForm } from "./flag-form.ts";
import { MembersOnly } from "./members-only.tsx";

export async function loader({ params, context }: Route.LoaderArgs) {
  const member = await context.get(visitorContext).member();
  const thing = await findItemToFlag(itemIn(params));
  if (!thing) throw await missingItem(itemIn(params));
  const moderateHref = (await isModerator(member?.id)) ? thing.moderateHref : undefined;
  return {
    siteName: describeSite().name,
    thing: { ...thing, moderateHref },
    author: member?.handle,
    token: newFormToken(),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const thing = itemIn(params);
  if (!(await findItemToFlag(thing))) throw await missingItem(thing);
  return postMembersForm({
    request,
    context,
    schema: flagForm,
    post: ({ rule, note }, memberId, secret) => flagItem(thing, { rule, note }, memberId, secret),
    flash: {
      text: "Thank you. A moderator will look at it.",
      link: { href: paths.moderation, text: "How moderation works" },
    },
  });
}

export function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  return keepTypedText(request, serverAction);
}

export default function Flag({ loaderData, actionData }: Route.ComponentProps) {
  const { siteName, thing, author, token, result } = useLastResult(loaderData, actionData);
  const [form, fields] = useForm({
    id: "flag",
    lastResult: result,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: flagForm }),
    shouldRevalidate: "onSubmit",
  });
  const title = thing.by === undefined ? `Flag ${thing.name}` : `Flag the review by ${thing.by}`;
  const wayOut = <Link to={thing.href}>Back to the {thing.kind}</Link>;
  if (author === undefined && !actionData)
    return <MembersOnly title={title} siteName={siteName} wayOut={wayOut} />;
  return (
    <FormScreen
      title={`${title} · ${siteName}`}
      heading={<bdi>{title}</bdi>}
      lead="For what breaks the rules, not for what you disagree with. Moderators see it; nobody is told who flagged."
      token={token}
      problems={formProblems([fields.rule, fields.note], form.errors)}
      formProps={getFormProps(form)}
      reply={actionData}
      submitLabel="Flag it"
      pendingLabel="Flagging …"
      wayOut={wayOut}
    >
      {thing.moderateHref && (
        <p>
          You are a moderator: <Link to={thing.moderateHref}>decide about it yourself</Link>
        </p>
      )}
      <ChoiceGroup
        field={fields.rule}
        type="radio"
        legend="Which rule does it break?"
        choices={RULES.map(({ rule, words, text }) => ({
          value: rule,
          label: (
            <span>
              <strong className="rule-name">{words}</strong> <span className="soft">{text}</span>
            </span>
          ),
        }))}
      />
      <Field field={fields.note} label="What should the moderator know?" optional>
        {(control) => <textarea {...control} className="input" rows={3} />}
      </Field>
    </FormScreen>
  );
}
