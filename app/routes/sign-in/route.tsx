import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { redirect } from "react-router";
import { describeSite } from "#app/domain/site/site.server.ts";
import { Field } from "#app/forms/field.tsx";
import { formProblems } from "#app/forms/form-problems.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { keepTypedText } from "#app/forms/keep-typed-text.ts";
import { RecoveryCodeField } from "#app/forms/recovery-code-field.tsx";
import { submitForm } from "#app/forms/submit-form.server.ts";
import { useLastResult } from "#app/forms/use-last-result.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { signInByPasskey } from "#app/http/passkeys.server.ts";
import { readReturnTo } from "#app/http/return-to.ts";
import { signInVisitor } from "#app/http/sign-in.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { OtherWays } from "./other-ways.tsx";
import { PasskeySignIn } from "./passkey-sign-in.tsx";
import { passkeyForm, signInForm } from "./sign-in-form.ts";

const ACCOUNT = paths.account;

export async function loader({ url, context }: Route.LoaderArgs) {
  const returnTo = readReturnTo(url.searchParams.get("returnTo")) ?? ACCOUNT;
  if (await context.get(visitorContext).member()) throw redirect(returnTo, 303);
  return { siteName: describeSite().name, returnTo, token: newFormToken() };
}

const NO_PASSKEY =
  "That passkey is not known here. Sign in with your recovery code, and add it to your account";

export async function action({ request, context }: Route.ActionArgs) {
  const goOn = async (handle: string, returnTo: string | undefined) => {
    const link = { href: ACCOUNT, text: "Your account" };
    await context.get(visitorContext).flash({ text: `You are signed in as ${handle}.`, link });
    return redirect(readReturnTo(returnTo) ?? ACCOUNT, 303);
  };
  if (
    (
      await request
        .clone()
        .formData()
        .catch(() => new FormData())
    ).has("credential")
  ) {
    return submitForm({
      ...{ request, context, schema: passkeyForm },
      async submit({ credential, returnTo }) {
        const signedIn = await signInByPasskey(request, context, credential);
        return signedIn
          ? goOn(signedIn.member.handle, returnTo)
          : { status: 400, formErrors: [NO_PASSKEY] };
      },
    });
  }
  return submitForm({
    ...{ request, context, schema: signInForm },
    async submit({ handle, recoveryCode, returnTo }) {
      const outcome = await signInVisitor(context, handle, recoveryCode);
      if ("member" in outcome) return goOn(outcome.member.handle, returnTo);
      return { status: outcome.status, formErrors: [outcome.message], retryAfter: outcome.wait };
    },
  });
}

export function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  return keepTypedText(request, serverAction);
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const { siteName, returnTo, token, result } = useLastResult(loaderData, actionData);
  const [form, fields] = useForm({
    id: "sign-in",
    lastResult: result,
    defaultValue: { returnTo },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: signInForm }),
    shouldRevalidate: "onSubmit",
  });
  return (
    <FormScreen
      title={`Sign in · ${siteName}`}
      heading="Sign in"
      lead="With your handle and the recovery code that you were shown. There is no password and no e-mail."
      token={token}
      problems={formProblems([fields.handle, fields.recoveryCode], form.errors)}
      formProps={getFormProps(form)}
      reply={actionData}
      submitLabel="Sign in"
      pendingLabel="Signing in …"
      after={
        <>
          <PasskeySignIn token={token} returnTo={returnTo} />
          <OtherWays />
        </>
      }
    >
      <input type="hidden" name="returnTo" value={fields.returnTo.initialValue ?? returnTo} />
      <Field
        field={fields.handle}
        label="Your handle"
        hint="In any spelling, or one that you had before."
      >
        {(control) => (
          <input
            {...control}
            className="input input-middle"
            autoComplete="username"
            spellCheck={false}
          />
        )}
      </Field>
      <RecoveryCodeField
        field={fields.recoveryCode}
        hint="Twenty letters and digits, such as 7Q2M-…; small letters and spaces will do."
      />
    </FormScreen>
  );
}
