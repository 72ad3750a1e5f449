import { Link, redirect } from "react-router";
import { z } from "zod";
import { describeLeaving, leave } from "#app/domain/members/leave.server.ts";
import { LEAVING_CHOICES } from "#app/domain/members/leaving.ts";
import { ChoiceGroup } from "#app/forms/field.tsx";
import { forgetOnceSignedOut } from "#app/forms/forget-once-signed-out.ts";
import { tokenField } from "#app/forms/form-schema.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { keepTypedText } from "#app/forms/keep-typed-text.ts";
import { openForm } from "#app/forms/open-form.server.ts";
import { postMembersForm } from "#app/forms/post-members-form.server.ts";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import type { Flash } from "#app/http/flash.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { requireConfirmed } from "#app/http/require-member.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { WhatHappens } from "./what-happens.tsx";

const PATH = paths.accountLeave;

const choiceSchema = z.enum(
  LEAVING_CHOICES.map(({ choice }) => choice),
  "Choose what happens to your reviews",
);

function leaveForm() {
  return z.object({
    reviews: choiceSchema,
    sure: z.literal("yes", "Tick the box if you are sure: leaving cannot be undone"),
    ...tokenField,
  });
}

export async function loader({ context, url }: Route.LoaderArgs) {
  const chosen = choiceSchema.safeParse(url.searchParams.get("reviews")).data ?? "";
  const member = await requireConfirmed(context, paths.accountLeaveWith(chosen));
  const leaving = await describeLeaving(member.id);
  if (!leaving) throw redirect(paths.signIn(PATH), 303);
  return { ...(await openForm(context)), leaving, opened: { reviews: chosen } };
}

export async function action({ request, context }: Route.ActionArgs) {
  const visitor = context.get(visitorContext);
  if (!(await visitor.member())) throw await answerSignedOut(visitor);
  const sent = await request.clone().formData();
  const chosen = choiceSchema.safeParse(sent.get("reviews")).data ?? "";
  await requireConfirmed(context, paths.accountLeaveWith(chosen));
  return postMembersForm({
    request,
    context,
    schema: leaveForm,
    async post({ reviews }, memberId) {
      if (!(await leave(memberId, reviews))) throw await answerSignedOut(visitor);
      await visitor.signOut();
      return { kind: "posted" };
    },
    answer: (_posted, { reviews }) => ({
      to: paths.home,
      flash: {
        text: `You have left. ${reviews === "take" ? "Your reviews went with you." : "Your reviews stay, without your name."}`,
        link: { href: paths.places(), text: "See all places" },
      },
    }),
  });
}

type Visitor = { flash: (flash: Flash) => Promise<void> };

/** When the button was pressed twice, the first post has already signed this browser out. */
async function answerSignedOut(visitor: Visitor): Promise<Response> {
  await visitor.flash({
    text: "Nobody is signed in on this browser. If you pressed “Leave for good” twice, you have left.",
    link: { href: paths.signIn(PATH), text: "Sign in" },
  });
  return redirect(paths.home, 303);
}

export function clientAction(args: Route.ClientActionArgs) {
  return forgetOnceSignedOut(keepTypedText(args), paths.home);
}

export default function Leave(props: Route.ComponentProps) {
  const form = useSiteForm({ ...props, schema: leaveForm });
  const { siteName, author, fields, leaving } = form;
  return (
    <FormScreen
      form={form}
      title={`Leave ${siteName}`}
      lead={
        <>
          You are signed in as <bdi>{author}</bdi>. Leaving is for good: nobody can undo it, not
          even a moderator.
        </>
      }
      submit="Leave for good"
      pending="Leaving …"
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
