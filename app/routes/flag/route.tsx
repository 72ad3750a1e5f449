import { Link } from "react-router";
import { z } from "zod";
import { placeFlagFields, reviewFlagFields } from "#app/domain/moderation/flag-fields.ts";
import {
  findItemToFlag,
  flagItem,
  type ItemReference,
} from "#app/domain/moderation/flagged-item.server.ts";
import { isModerator } from "#app/domain/moderation/moderators.server.ts";
import { RULES, RULES_FOR_REVIEWS } from "#app/domain/moderation/rules.ts";
import { ChoiceGroup, Field } from "#app/forms/field.tsx";
import { tokenField } from "#app/forms/form-schema.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { openForm } from "#app/forms/open-form.server.ts";
import { postMembersForm } from "#app/forms/post-members-form.server.ts";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import { itemIn, missingItem } from "#app/http/address.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { MembersOnly } from "./members-only.tsx";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

function placeFlagForm() {
  return z.object({ ...placeFlagFields, ...tokenField });
}

function reviewFlagForm() {
  return z.object({ ...reviewFlagFields, ...tokenField });
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const reference = itemIn(params);
  const item = await findItemToFlag(reference);
  if (!item) throw await missingItem(reference);
  const member = await context.get(visitorContext).member();
  const moderateHref =
    "slug" in reference ? paths.moderatePlace(reference.slug) : paths.moderateReview(reference.id);
  return {
    ...(await openForm(context)),
    item,
    href: pageOf(reference),
    moderateHref: (await isModerator(member?.id)) ? moderateHref : undefined,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const item = itemIn(params);
  return postMembersForm({
    request,
    context,
    schema: "slug" in item ? placeFlagForm : reviewFlagForm,
    async requireSubject() {
      if (!(await findItemToFlag(item))) throw await missingItem(item);
    },
    post: ({ rule, note }, memberId, secret) => flagItem(item, { rule, note }, memberId, secret),
    answer: () => ({
      to: pageOf(item),
      flash: {
        text: "Thank you. A moderator will look at it.",
        link: { href: paths.moderation, text: "How moderation works" },
      },
    }),
  });
}

function pageOf(item: ItemReference): string {
  return "slug" in item ? paths.place(item.slug) : paths.review(item.id);
}

export default function Flag(props: Route.ComponentProps) {
  const isPlace = props.loaderData.item.kind === "place";
  const form = useSiteForm({ ...props, schema: isPlace ? placeFlagForm : reviewFlagForm });
  const { item, href, moderateHref } = form;
  const title = item.by === undefined ? `Flag ${item.name}` : `Flag the review by ${item.by}`;
  const wayOut = <Link to={href}>Back to the {item.kind}</Link>;
  if (form.author === undefined && !form.reply) {
    return <MembersOnly title={title} siteName={form.siteName} wayOut={wayOut} />;
  }
  return (
    <FormScreen
      form={form}
      title={title}
      heading={<bdi>{title}</bdi>}
      lead={
        <>
          For what breaks the <Link to={paths.rules}>rules</Link>, not for what you disagree with.
          Moderators see it, and who flagged; nobody else is told.
        </>
      }
      submit="Flag it"
      pending="Flagging …"
      wayOut={wayOut}
    >
      {moderateHref && (
        <p>
          You are a moderator: <Link to={moderateHref}>decide about it yourself</Link>
        </p>
      )}
      <ChoiceGroup
        field={form.fields.rule}
        type="radio"
        legend="Which rule does it break?"
        choices={(isPlace ? RULES : RULES_FOR_REVIEWS).map(({ rule, words, text }) => ({
          value: rule,
          label: (
            <span>
              <strong className="rule-name">{words}</strong> <span className="soft">{text}</span>
            </span>
          ),
        }))}
      />
      <Field field={form.fields.note} label="What should the moderator know?" optional>
        {(control) => <textarea {...control} className="input" rows={3} />}
      </Field>
    </FormScreen>
  );
}
