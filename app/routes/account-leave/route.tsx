import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Link, redirect } from "react-router";
import { describeLeaving, leave } from "#app/domain/members/leave.server.ts";
import { LEAVING_CHOICES } from "#app/domain/members/leaving.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { ChoiceGroup } from "#app/forms/choice-group.tsx";
import { formProblems } from "#app/forms/form-problems.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { keepTypedText } from "#app/forms/keep-typed-text.ts";
import { MEMBERS_ONLY, postForm } from "#app/forms/post-form.server.ts";
import { useLastResult } from "#app/forms/use-last-result.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { requireMember } from "#app/http/require-member.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { leaveForm } from "./leave-form.ts";
import { WhatHappens } from "./what-happens.tsx";

const PATH = paths.accountLeave;

export async function loader({ context }: Route.LoaderArgs) {
  const member = await requireMember(context, PATH);
  const leaving = await describeLeaving(member.id);
  if (!leaving) throw redirect(paths.signIn(PATH), 303);
  return { siteName: describeSite().name, handle: member.handle, leaving, token: newFormToken() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const visitor = context.get(visitorContext);
  if (!(await visitor.member())) throw await goWhereNobodyIs(visitor);
  return postForm({
    request,
    context,
    membersOnly: true,
    schemaFor: () => leaveForm,
    async post({ reviews }, author) {
      if (!("memberId" in author)) return MEMBERS_ONLY;
      if (!(await leave(author.memberId, reviews))) throw await goWhereNobodyIs(visitor);
      await visitor.signOut();
      return { kind: "posted", answer: "/" };
    },
    flash: (_answer, _author, { reviews }) => ({
      text: `You have left. ${reviews === "take" ? "Your reviews went with you." : "Your reviews stay, without your name."}`,
      link: { href: paths.places(), text: "See all places" },
    }),
  });
}

type Visitor = {
  flash: (flash: { text: string; link: { href: string; text: string } }) => Promise<void>;
};

/** Whoever pressed the button twice has left, and this browser does not know them any more. */
async function goWhereNobodyIs(visitor: Visitor): Promise<Response> {
  await visitor.flash({
    text: "Nobody is signed in on this browser. If you pressed “Leave for good” twice, you have left.",
    link: { href: paths.signIn(PATH), text: "Sign in" },
  });
  return redirect("/", 303);
}

export function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  return keepTypedText(request, serverAction);
}

export default function Leave({ loaderData, actionData }: Route.ComponentProps) {
  const { siteName, handle, leaving, token, result } = useLastResult(loaderData, actionData);
  const [form, fields] = useForm({
    id: "leave",
    lastResult: result,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: leaveForm }),
    shouldRevalidate: "onSubmit",
  });
  return (
    <FormScreen
      title={`Leave ${siteName}`}
      heading={`Leave ${siteName}`}
      lead={
        <>
          You are signed in as <bdi>{handle}</bdi>. Leaving is for good: nobody can undo it, not
          even a moderator.
        </>
      }
      token={token}
      problems={formProblems([fields.reviews, fields.sure], form.errors)}
      formProps={getFormProps(form)}
      reply={actionData}
      submitLabel="Leave for good"
      pendingLabel="Leaving …"
      wayOut={<Link to={paths.account}>Stay</Link>}
    >
      <WhatHappens leaving={leaving} />
      <ChoiceGroup
        field={fields.reviews}
        type="radio"
        legend="What happens to your reviews?"
        hint="Without them, scores and what is known of places change."
        choices={LEAVING_CHOICES.map(({ choice, words }) => ({ value: choice, label: words }))}
      />
      <ChoiceGroup
        field={fields.sure}
        type="checkbox"
        legend="Are you sure?"
        choices={[{ value: "yes", label: "Yes, I want to leave. I know that it cannot be undone" }]}
      />
    </FormScreen>
  );
}
