import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, Link } from "react-router";
import { decideAboutPlace, decideAboutReview } from "#app/domain/moderation/decide.server.ts";
import { DECISIONS } from "#app/domain/moderation/decisions.ts";
import { isModerator } from "#app/domain/moderation/moderators.server.ts";
import { RULES } from "#app/domain/moderation/rules.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { ChoiceGroup } from "#app/forms/choice-group.tsx";
import { formProblems } from "#app/forms/form-problems.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { keepTypedText } from "#app/forms/keep-typed-text.ts";
import { postMembersForm } from "#app/forms/post-members-form.server.ts";
import { useLastResult } from "#app/forms/use-last-result.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { itemIn } from "#app/http/item-in-address.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { decisionForm, decisionOf, NO_RULE } from "./decision-form.ts";
import { Item } from "./moderated-item.tsx";
import { presentItem } from "./present-item.server.ts";

const NOT_FOUND = { status: 404 };

export async function loader({ params, context }: Route.LoaderArgs) {
  const member = await context.get(visitorContext).member();
  if (!(await isModerator(member?.id))) throw data(null, NOT_FOUND);
  const thing = await presentItem(itemIn(params));
  if (!thing) throw data(null, NOT_FOUND);
  return {
    siteName: describeSite().name,
    thing,
    token: newFormToken(),
    queueHref: paths.moderationQueue,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const thing = itemIn(params);
  const member = await context.get(visitorContext).member();
  if (!(await isModerator(member?.id))) throw data(null, NOT_FOUND);
  return postMembersForm({
    request,
    context,
    schema: decisionForm,
    async post(value, moderatorId, secret) {
      const ruling = decisionOf(value);
      if (!ruling) return { status: 400, fieldErrors: { rule: [NO_RULE] } };
      return "slug" in thing
        ? decideAboutPlace(thing.slug, ruling, moderatorId, secret)
        : decideAboutReview(thing.id, ruling, moderatorId, secret);
    },
    flash: {
      text: "Done, and in the log.",
      link: { href: paths.moderationLog(), text: "See the log" },
    },
  });
}

export function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  return keepTypedText(request, serverAction);
}

export default function Moderate({ loaderData, actionData }: Route.ComponentProps) {
  const { siteName, thing, token, queueHref, result } = useLastResult(loaderData, actionData);
  const [form, fields] = useForm({
    id: "moderate",
    lastResult: result,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: decisionForm }),
    shouldRevalidate: "onSubmit",
  });
  return (
    <FormScreen
      title={`Moderate: ${thing.title} · ${siteName}`}
      heading={<bdi>{thing.title}</bdi>}
      lead={thing.state}
      token={token}
      problems={formProblems([fields.decision, fields.rule], form.errors)}
      formProps={getFormProps(form)}
      reply={actionData}
      submitLabel="Decide"
      pendingLabel="Deciding …"
      wayOut={<Link to={queueHref}>Back to the queue</Link>}
    >
      <Item thing={thing} />
      <ChoiceGroup
        field={fields.decision}
        type="radio"
        legend="What do you decide?"
        hint="It is written into the public log, without anybody’s handle."
        choices={DECISIONS.filter(({ decision }) => thing.decisions.includes(decision)).map(
          ({ decision, words }) => ({
            value: decision,
            label: words,
          }),
        )}
      />
      {thing.decisions.includes("hide") && (
        <ChoiceGroup
          field={fields.rule}
          type="radio"
          legend="If you hide it: which rule does it break?"
          hint="The rule stands where it was."
          choices={RULES.map(({ rule, words }) => ({
            value: rule,
            label: <span className="rule-words">{words}</span>,
          }))}
        />
      )}
    </FormScreen>
  );
}
