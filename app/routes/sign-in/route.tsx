import { redirect } from "react-router";
import { RecoveryCodeField } from "#app/forms/author-field.tsx";
import { Field } from "#app/forms/field.tsx";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { openForm } from "#app/forms/open-form.server.ts";
import { submitForm } from "#app/forms/submit-form.server.ts";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import { signInByPasskey } from "#app/http/passkeys.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { readReturnTo } from "#app/http/return-to.ts";
import { signInVisitor } from "#app/http/sign-in.server.ts";
import { paths } from "#app/paths.ts";
import { PasskeySignIn } from "#app/ui/passkey-sign-in.tsx";
import type { Route } from "./+types/route";
import { passkeyForm, signInForm } from "./form.ts";
import { OtherWays } from "./other-ways.tsx";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

const ACCOUNT = paths.account;

export async function loader({ url, context }: Route.LoaderArgs) {
  const returnTo = readReturnTo(url.searchParams.get("returnTo")) ?? ACCOUNT;
  if (await context.get(visitorContext).member()) throw redirect(returnTo, 303);
  return { ...(await openForm(context)), opened: { returnTo } };
}

const NO_PASSKEY =
  "That passkey is not known here. Sign in with your recovery code, and add it to your account";

export async function action({ request, context }: Route.ActionArgs) {
  const goOn = async (handle: string, returnTo: string | undefined) => {
    const link = { href: ACCOUNT, text: "Your account" };
    await context.get(visitorContext).flash({ text: `You are signed in as ${handle}.`, link });
    return redirect(readReturnTo(returnTo) ?? ACCOUNT, 303);
  };
  const copy = request.clone();
  const sent = await copy.formData().catch(() => new FormData());
  if (sent.has("credential")) {
    return submitForm({
      request,
      context,
      schema: passkeyForm,
      limit: "passkey-sign-in",
      async submit({ credential, returnTo }) {
        const signedIn = await signInByPasskey(request, context, credential);
        return signedIn
          ? goOn(signedIn.member.handle, returnTo)
          : { status: 400, formErrors: [NO_PASSKEY] };
      },
    });
  }
  return submitForm({
    request,
    context,
    schema: signInForm,
    limit: "own",
    async submit({ handle, recoveryCode, returnTo }) {
      const outcome = await signInVisitor(context, handle, recoveryCode);
      if ("member" in outcome) return goOn(outcome.member.handle, returnTo);
      return { status: outcome.status, formErrors: [outcome.message], retryAfter: outcome.wait };
    },
  });
}

export default function SignIn(props: Route.ComponentProps) {
  const form = useSiteForm({ ...props, schema: signInForm });
  const { fields, token, opened } = form;
  return (
    <FormScreen
      form={form}
      title="Sign in"
      lead="With your handle and the recovery code that you were shown. There is no password and no e-mail."
      submit="Sign in"
      pending="Signing in …"
      after={
        <>
          <PasskeySignIn
            token={token}
            returnTo={opened.returnTo}
            question="Have you made a passkey here?"
            label="Sign in with a passkey"
          />
          <OtherWays />
        </>
      }
    >
      <input
        type="hidden"
        name="returnTo"
        value={fields.returnTo.initialValue ?? opened.returnTo}
      />
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
