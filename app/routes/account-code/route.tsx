import { Link, redirect } from "react-router";
import { replaceRecoveryCode } from "#app/domain/members/own-account.server.ts";
import { confirmForm } from "#app/forms/form-schema.ts";
import { FormScreen } from "#app/forms/form-screen.tsx";
import { openForm } from "#app/forms/open-form.server.ts";
import { submitForm } from "#app/forms/submit-form.server.ts";
import { useSiteForm } from "#app/forms/use-site-form.ts";
import { requireMember } from "#app/http/require-member.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import { paths } from "#app/paths.ts";
import type { Route } from "./+types/route";

export { keepTypedText as clientAction } from "#app/forms/keep-typed-text.ts";

const PATH = paths.accountCode;

export async function loader({ context }: Route.LoaderArgs) {
  await requireMember(context, PATH);
  return openForm(context);
}

export async function action({ request, context }: Route.ActionArgs) {
  const member = await requireMember(context, PATH);
  return submitForm({
    request,
    context,
    schema: confirmForm,
    limit: "new-code",
    async submit() {
      const code = await replaceRecoveryCode(member.id);
      if (code === undefined) return redirect(paths.signIn(PATH), 303);
      await context.get(visitorContext).keepCode({ code, handle: member.handle });
      return redirect(paths.accountNewCode, 303);
    },
  });
}

export default function AccountCode(props: Route.ComponentProps) {
  return (
    <FormScreen
      form={useSiteForm({ ...props, schema: confirmForm })}
      title="A new recovery code"
      lead="It is shown on the next page, until you say that you have kept it. A code that you have now is worth nothing from then on; browsers where you are signed in stay signed in."
      submit="Make a new code"
      pending="Making it …"
      wayOut={<Link to={paths.account}>Keep the one you have</Link>}
    />
  );
}
