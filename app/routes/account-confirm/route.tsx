import { Link, redirect } from "react-router";
import { z } from "zod";
import { recoveryCodeSchema } from "#app/domain/members/recovery-code.ts";
import { RecoveryCodeField } from "#app/forms/author-field.tsx";
import { tokenField } from "#app/forms/form-schema.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { openForm } from "#app/forms/open-form.server.ts";
import { submitForm } from "#app/forms/submit-form.server.ts";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import { signInByPasskey } from "#app/http/passkeys.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { requireMember } from "#app/http/require-member.server.ts";
import { readReturnTo } from "#app/http/return-to.ts";
import { signInVisitor } from "#app/http/sign-in.server.ts";
import { paths } from "#app/paths.ts";
import { PasskeySignIn } from "#app/ui/passkey-sign-in.tsx";
import type { Route } from "./+types/route";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

const returnTo = z.string().max(500).optional().catch(undefined);

function codeForm() {
  return z.object({ ...tokenField, returnTo, recoveryCode: recoveryCodeSchema });
}

/** Sent by a script in place of the form. */
function passkeyForm() {
  return z.object({ ...tokenField, returnTo, credential: z.string().max(20_000).catch("") });
}

const targetOf = (text: unknown) => readReturnTo(text) ?? paths.account;

export async function loader({ url, context }: Route.LoaderArgs) {
  const target = targetOf(url.searchParams.get("returnTo"));
  await requireMember(context, target);
  if (await context.get(visitorContext).isConfirmed()) throw redirect(target, 303);
  return { ...(await openForm(context)), opened: { returnTo: target } };
}

const NO_PASSKEY = "That is not a passkey of yours. Use your recovery code";
const WRONG_CODE = "That is not your recovery code. Check it, or use a passkey";

/** Who proves who they are is signed in anew, by a session that takes the place of this one. */
export async function action({ request, context }: Route.ActionArgs) {
  const visitor = context.get(visitorContext);
  const member = await requireMember(context, paths.account);
  const pending = (await visitor.hasNewCode()) ? await visitor.newCode() : undefined;
  const goOn = async (text: string | undefined) => {
    if (pending) await visitor.keepCode(pending);
    return redirect(targetOf(text), 303);
  };
  const sent = await request.clone().formData();
  if (sent.has("credential")) {
    return submitForm({
      request,
      context,
      schema: passkeyForm,
      limit: "confirm",
      async submit(value) {
        const signedIn = await signInByPasskey(request, context, value.credential, member.id);
        return signedIn ? goOn(value.returnTo) : { status: 400, formErrors: [NO_PASSKEY] };
      },
    });
  }
  return submitForm({
    request,
    context,
    schema: codeForm,
    limit: "confirm",
    async submit(value) {
      const outcome = await signInVisitor(context, member.handle, value.recoveryCode);
      if ("member" in outcome) return goOn(value.returnTo);
      const { status, message, wait: retryAfter } = outcome;
      const words = status === 400 ? WRONG_CODE : message;
      return { status, fieldErrors: { recoveryCode: [words] }, retryAfter };
    },
  });
}

export default function AccountConfirm(props: Route.ComponentProps) {
  const form = useSiteForm({ ...props, schema: codeForm });
  const { fields, token, opened, author } = form;
  return (
    <FormScreen
      form={form}
      title="Is it you?"
      lead={
        <>
          You are signed in as <bdi>{author}</bdi>. What comes next could lock you out or be for
          good, so show once more that it is you; that counts for ten minutes.
        </>
      }
      submit="Go on"
      pending="Checking …"
      wayOut={<Link to={paths.account}>Back to your account</Link>}
      after={
        <>
          <PasskeySignIn
            token={token}
            returnTo={opened.returnTo}
            question="Have you made a passkey here?"
            label="Use a passkey"
          />
          <div className="prose">
            <h2>No code any more?</h2>
            <p>
              Without a passkey only the people who run this site can make you a new one: ask them.
            </p>
          </div>
        </>
      }
    >
      <input
        type="hidden"
        name="returnTo"
        value={fields.returnTo.initialValue ?? opened.returnTo}
      />
      <RecoveryCodeField
        field={fields.recoveryCode}
        hint="Twenty letters and digits, such as 7Q2M-…; small letters and spaces will do."
      />
    </FormScreen>
  );
}
