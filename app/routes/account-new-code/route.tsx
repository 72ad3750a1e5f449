import { redirect } from "react-router";
import { z } from "zod";
import { readOneClickForm } from "#app/forms/one-click-form.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { readReturnTo } from "#app/http/return-to.ts";
import { paths } from "#app/paths.ts";
import { NewCode } from "#app/ui/new-code.tsx";
import type { Route } from "./+types/route";

export async function loader({ context }: Route.LoaderArgs) {
  const newCode = await context.get(visitorContext).newCode();
  if (!newCode) throw redirect(paths.account, 303);
  return { newCode };
}

const keptForm = z.object({ returnTo: z.string().max(500).optional().catch(undefined) });

export async function action({ request, context }: Route.ActionArgs) {
  const visitor = context.get(visitorContext);
  const { returnTo } = await readOneClickForm({ request, context }, keptForm, "code-kept");
  await visitor.forgetCode();
  await visitor.flash({
    text: "Good. Your recovery code is not shown here any more.",
    link: { href: paths.account, text: "Your account" },
  });
  return redirect(readReturnTo(returnTo) ?? paths.account, 303);
}

export default function AccountNewCode({ loaderData, matches }: Route.ComponentProps) {
  const { site } = matches[0].loaderData;
  return (
    <div className="form-screen">
      <title>{`Your new recovery code · ${site.name}`}</title>
      <header className="prose">
        <h1>Your new recovery code</h1>
      </header>
      <NewCode newCode={loaderData.newCode} siteName={site.name} />
    </div>
  );
}
