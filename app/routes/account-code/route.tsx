import { getFormProps, useForm } from "@conform-to/react";
import { Link, redirect } from "react-router";
import { z } from "zod";
import { replaceRecoveryCode } from "#app/domain/members/own-account.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { formProblems } from "#app/forms/form-problems.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { keepTypedText } from "#app/forms/keep-typed-text.ts";
import { formTokenSchema } from "#app/forms/posting-fields.ts";
import { submitForm } from "#app/forms/submit-form.server.ts";
import { useLastResult } from "#app/forms/use-last-result.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { requireMember } from "#app/http/require-member.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";

const PATH = paths.accountCode;

export async function loader({ context }: Route.LoaderArgs) {
  await requireMember(context, PATH);
  return { siteName: describeSite().name, token: newFormToken() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const member = await requireMember(context, PATH);
  return submitForm({
    ...{ request, context, schema: z.object({ token: formTokenSchema }) },
    async submit() {
      const code = await replaceRecoveryCode(member.id);
      if (code === undefined) return redirect(paths.signIn(PATH), 303);
      await context.get(visitorContext).keepCode({ code, handle: member.handle });
      return redirect(paths.accountNewCode, 303);
    },
  });
}

export function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  return keepTypedText(request, serverAction);
}

export default function AccountCode({ loaderData, actionData }: Route.ComponentProps) {
  const { siteName, token, result } = useLastResult(loaderData, actionData);
  const [form] = useForm({ id: "code", lastResult: result });
  return (
    <FormScreen
      title={`A new recovery code · ${siteName}`}
      heading="A new recovery code"
      lead="It is shown on the next page, until you say that you have kept it. A code that you have now is worth nothing from then on; browsers where you are signed in stay signed in."
      token={token}
      problems={formProblems([], form.errors)}
      formProps={getFormProps(form)}
      reply={actionData}
      submitLabel="Make a new code"
      pendingLabel="Making it …"
      wayOut={<Link to={paths.account}>Keep the one you have</Link>}
    >
      {null}
    </FormScreen>
  );
}
