import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Link, redirect } from "react-router";
import { changeHandle, type HandleChange } from "#app/domain/members/change-handle.server.ts";
import { findOwnAccount, setCohort } from "#app/domain/members/own-account.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { Field } from "#app/forms/field.tsx";
import { formProblems } from "#app/forms/form-problems.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { keepTypedText } from "#app/forms/keep-typed-text.ts";
import { submitForm } from "#app/forms/submit-form.server.ts";
import { useLastResult } from "#app/forms/use-last-result.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { requireMember } from "#app/http/require-member.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { profileForm } from "./profile-form.ts";

const PATH = paths.accountProfile;

export async function loader({ context }: Route.LoaderArgs) {
  const member = await requireMember(context, PATH);
  const account = await findOwnAccount(member.id);
  if (!account) throw redirect(paths.signIn(PATH), 303);
  const own = { handle: account.handle, cohort: account.cohort ?? "" };
  return { siteName: describeSite().name, own, token: newFormToken() };
}

const REFUSALS: Partial<Record<HandleChange, { status: number; message: string }>> = {
  taken: { status: 409, message: "Somebody has or had this handle. Choose another" },
  "too-soon": {
    status: 429,
    message: "You changed your handle within the last day. Change it again tomorrow",
  },
};

export async function action({ request, context }: Route.ActionArgs) {
  const member = await requireMember(context, PATH);
  return submitForm({
    ...{ request, context, schema: profileForm },
    async submit({ handle, cohort }) {
      const refusal = REFUSALS[await changeHandle(member.id, handle)];
      if (refusal) return { status: refusal.status, fieldErrors: { handle: [refusal.message] } };
      if (!(await setCohort(member.id, cohort ?? null))) return redirect(paths.signIn(PATH), 303);
      const link = { href: paths.member(handle), text: "See your profile" };
      await context.get(visitorContext).flash({ text: "Your profile is changed.", link });
      return redirect(paths.account, 303);
    },
  });
}

export function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  return keepTypedText(request, serverAction);
}

export default function AccountProfile({ loaderData, actionData }: Route.ComponentProps) {
  const { siteName, own, token, result } = useLastResult(loaderData, actionData);
  const [form, fields] = useForm({
    id: "profile",
    lastResult: result,
    defaultValue: own,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: profileForm }),
    shouldRevalidate: "onSubmit",
  });
  return (
    <FormScreen
      title={`Handle and cohort · ${siteName}`}
      heading="Handle and cohort"
      lead="What others see beside everything you post."
      token={token}
      problems={formProblems([fields.handle, fields.cohort], form.errors)}
      formProps={getFormProps(form)}
      reply={actionData}
      submitLabel="Save"
      pendingLabel="Saving …"
      wayOut={<Link to={paths.account}>Back to your account</Link>}
    >
      <Field
        field={fields.handle}
        label="Your handle"
        hint="You can change it once a day. The old one still leads to your profile, and nobody else can take it."
      >
        {(control) => <input {...control} className="input input-middle" autoComplete="nickname" />}
      </Field>
      <Field
        field={fields.cohort}
        label="Your cohort"
        hint="Such as FAC32. It stands on your profile."
        optional
      >
        {(control) => <input {...control} className="input input-middle" autoComplete="off" />}
      </Field>
    </FormScreen>
  );
}
