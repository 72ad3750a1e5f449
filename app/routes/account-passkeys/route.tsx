import { Form, Link, redirect } from "react-router";
import { z } from "zod";
import {
  addPasskey,
  listPasskeys,
  MOST_PASSKEYS,
  removePasskey,
} from "#app/domain/members/passkeys.server.ts";
import { browserKind } from "#app/domain/members/sessions.server.ts";
import { dayInLondon, formatDay } from "#app/domain/text/dates.ts";
import { optionalLine } from "#app/domain/text/fields.ts";
import { tokenField } from "#app/forms/form-schema.ts";
import { ErrorSummary } from "#app/forms/form-screen.tsx";
import { openForm } from "#app/forms/open-form.server.ts";
import { replyProblems } from "#app/forms/reply-problems.ts";
import { submitForm } from "#app/forms/submit-form.server.ts";
import { useLastResult } from "#app/forms/use-site-form.ts";
import { receiveNewPasskey } from "#app/http/passkeys.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { requireConfirmed } from "#app/http/require-member.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";
import { AddPasskey } from "./add-passkey.tsx";

const PATH = paths.accountPasskeys;

export async function loader({ context }: Route.LoaderArgs) {
  const member = await requireConfirmed(context, PATH);
  const passkeys = await listPasskeys(member.id);
  return {
    ...(await openForm(context)),
    suggestion: browserKind(context.get(visitorContext).userAgent()),
    passkeys: passkeys.map(({ credentialId, label, createdAt, lastUsedAt }) => ({
      id: credentialId,
      label,
      made: formatDay(dayInLondon(createdAt)),
      used: lastUsedAt ? formatDay(dayInLondon(lastUsedAt)) : undefined,
    })),
  };
}

function passkeysForm() {
  return z.object({
    ...tokenField,
    /** The id of a passkey. Without it, the form adds the one in `credential`. */
    remove: z.string().max(2000).optional().catch(undefined),
    credential: z.string().max(20_000).optional().catch(undefined),
    label: optionalLine({ most: 80, tooLong: "Shorten the name to 80 characters" }),
  });
}

const NOT_ADDED = `That passkey was not added. Try again; a member may have ${MOST_PASSKEYS}`;

export async function action({ request, context }: Route.ActionArgs) {
  const member = await requireConfirmed(context, PATH);
  const visitor = context.get(visitorContext);
  return submitForm({
    request,
    context,
    schema: passkeysForm,
    limit: "passkeys",
    async submit({ remove, credential, label }) {
      const link = { href: paths.account, text: "Your account" };
      if (remove !== undefined) {
        await removePasskey(member.id, remove);
        await visitor.flash({ text: "That passkey signs nobody in any more.", link });
        return redirect(PATH, 303);
      }
      const proof = await receiveNewPasskey(request, context, credential ?? "");
      const isAdded =
        proof && (await addPasskey(member.id, label ?? browserKind(visitor.userAgent()), proof));
      if (!isAdded) return { status: 400, formErrors: [NOT_ADDED] };
      await visitor.flash({ text: "Your passkey is added.", link });
      return redirect(PATH, 303);
    },
  });
}

export default function AccountPasskeys({ loaderData, actionData }: Route.ComponentProps) {
  const { siteName, passkeys, suggestion, token, result } = useLastResult(loaderData, actionData);
  const problems = replyProblems(result);
  return (
    <div className="account">
      <title>{`${problems.length > 0 ? "Error: " : ""}Passkeys · ${siteName}`}</title>
      <ErrorSummary problems={problems} attempt={actionData} />
      <header className="prose">
        <h1>Passkeys</h1>
        <p className="soft">
          A second way to sign in: your phone, computer or security key proves who you are. Your
          recovery code still works.
        </p>
      </header>
      {passkeys.length === 0 ? (
        <p>You have none.</p>
      ) : (
        <ul className="sessions">
          {passkeys.map(({ id, label, made, used }) => (
            <li key={id}>
              <p>
                <strong>
                  <bdi>{label}</bdi>
                </strong>
                <br />
                <span className="soft">
                  made on {made}, {used ? `last used on ${used}` : "not used yet"}
                </span>
              </p>
              <Form method="post">
                <input type="hidden" name="token" value={token} />
                <button type="submit" className="button button-quiet" name="remove" value={id}>
                  Remove<span className="visually-hidden"> {label}</span>
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <AddPasskey token={token} suggestion={suggestion} />
      <noscript>
        <p>Making a passkey needs JavaScript, which this browser does not run.</p>
      </noscript>
      <p>
        <Link to={paths.account}>Back to your account</Link>
      </p>
    </div>
  );
}
