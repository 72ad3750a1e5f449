import { Link, redirect } from "react-router";
import { z } from "zod";
import { changeHandle, type HandleChange } from "#app/domain/members/change-handle.server.ts";
import { handleSchema } from "#app/domain/members/handle.ts";
import { findOwnAccount, setCohort } from "#app/domain/members/own-account.server.ts";
import { optionalLine } from "#app/domain/text/fields.ts";
import { Field } from "#app/forms/field.tsx";
import { tokenField } from "#app/forms/form-schema.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { openForm } from "#app/forms/open-form.server.ts";
import { explainStop, type FormProblem, refusedHandle } from "#app/forms/refusals.ts";
import { submitForm } from "#app/forms/submit-form.server.ts";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { requireMember } from "#app/http/require-member.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

const PATH = paths.accountProfile;

function profileForm() {
  return z.object({
    ...tokenField,
    handle: handleSchema,
    cohort: optionalLine({ most: 40, tooLong: "Shorten the cohort to 40 characters" }),
  });
}

export async function loader({ context }: Route.LoaderArgs) {
  const member = await requireMember(context, PATH);
  const account = await findOwnAccount(member.id);
  if (!account) throw redirect(paths.signIn(PATH), 303);
  const opened = { handle: account.handle, cohort: account.cohort ?? "" };
  return { ...(await openForm(context)), opened };
}

function refusalOf(change: HandleChange): FormProblem | undefined {
  if (typeof change === "object") return explainStop(change);
  switch (change) {
    case "changed":
    case "same":
    case "left":
      return undefined;
    case "taken":
      return { status: 409, fieldErrors: { handle: [TAKEN] } };
    case "too-soon":
      return { status: 429, fieldErrors: { handle: [TOO_SOON] } };
    default:
      return refusedHandle(change);
  }
}

const TAKEN = "Somebody has or had this handle. Choose another";
const TOO_SOON = "You changed your handle within the last day. Change it again tomorrow";

export async function action({ request, context }: Route.ActionArgs) {
  const member = await requireMember(context, PATH);
  return submitForm({
    request,
    context,
    schema: profileForm,
    limit: "profile",
    async submit({ handle, cohort }) {
      const refusal = refusalOf(await changeHandle(member.id, handle));
      if (refusal) return refusal;
      if (!(await setCohort(member.id, cohort ?? null))) return redirect(paths.signIn(PATH), 303);
      const link = { href: paths.member(handle), text: "See your profile" };
      await context.get(visitorContext).flash({ text: "Your profile is changed.", link });
      return redirect(paths.account, 303);
    },
  });
}

export default function AccountProfile(props: Route.ComponentProps) {
  const form = useSiteForm({ ...props, schema: profileForm });
  return (
    <FormScreen
      form={form}
      title="Handle and cohort"
      lead="What others see beside everything you post."
      submit="Save"
      pending="Saving …"
      wayOut={<Link to={paths.account}>Back to your account</Link>}
    >
      <Field
        field={form.fields.handle}
        label="Your handle"
        hint="You can change it once a day. The old one still leads to your profile, and nobody else can take it."
      >
        {(control) => <input {...control} className="input input-middle" autoComplete="nickname" />}
      </Field>
      <Field
        field={form.fields.cohort}
        label="Your cohort"
        hint="Such as FAC32. It stands on your profile."
        optional
      >
        {(control) => <input {...control} className="input input-middle" />}
      </Field>
    </FormScreen>
  );
}
