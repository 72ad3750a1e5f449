import { Link, redirect } from "react-router";
import { z } from "zod";
import { replaceRecoveryCode } from "#app/domain/members/own-account.server.ts";
import { ChoiceGroup } from "#app/forms/field.tsx";
import { tokenField } from "#app/forms/form-schema.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { openForm } from "#app/forms/open-form.server.ts";
import { submitForm } from "#app/forms/submit-form.server.ts";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { requireConfirmed } from "#app/http/require-member.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

const PATH = paths.accountCode;

function newCodeForm() {
  return z.object({ ...tokenField, others: z.literal("yes").optional().catch(undefined) });
}

export async function loader({ context }: Route.LoaderArgs) {
  await requireConfirmed(context, PATH);
  return { ...(await openForm(context)), opened: { others: "yes" } };
}

export async function action({ request, context }: Route.ActionArgs) {
  const member = await requireConfirmed(context, PATH);
  const visitor = context.get(visitorContext);
  return submitForm({
    request,
    context,
    schema: newCodeForm,
    limit: "new-code",
    async submit({ others }) {
      const only = others === undefined ? undefined : await visitor.sessionToken();
      const code = await replaceRecoveryCode(member.id, only);
      if (code === undefined) return redirect(paths.signIn(PATH), 303);
      await visitor.keepCode({ code, handle: member.handle });
      return redirect(paths.accountNewCode, 303);
    },
  });
}

export default function AccountCode(props: Route.ComponentProps) {
  const form = useSiteForm({ ...props, schema: newCodeForm });
  return (
    <FormScreen
      form={form}
      title="A new recovery code"
      lead="It is shown on the next page, until you say that you have kept it. A code that you have now is worth nothing from then on."
      submit="Make a new code"
      pending="Making it …"
      wayOut={<Link to={paths.account}>Keep the one you have</Link>}
    >
      <ChoiceGroup
        field={form.fields.others}
        type="checkbox"
        legend="Other browsers"
        hint="Leave it ticked if somebody else may know your code, or have a device of yours."
        choices={[{ value: "yes", label: "Sign me out on all other browsers" }]}
      />
    </FormScreen>
  );
}
