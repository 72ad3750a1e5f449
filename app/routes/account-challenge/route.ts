import { data } from "react-router";
import { listPasskeys } from "#app/domain/members/passkeys.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { takeTurn } from "#app/forms/one-click-form.server.ts";
import { askForNewPasskey } from "#app/http/passkey-ceremony.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import type { Route } from "./+types/route";

/** Called by a script: the options for a new passkey, with a fresh challenge. */
export async function action({ request, context }: Route.ActionArgs) {
  const visitor = context.get(visitorContext);
  const member = await visitor.member();
  if (!member || !(await visitor.isConfirmed())) throw data(null, { status: 403 });
  await takeTurn("passkeys", context);
  const known = await listPasskeys(member.id);
  const options = await askForNewPasskey(request, describeSite().name, member, known);
  await visitor.setChallenge(options.challenge);
  return Response.json(options);
}

export function loader(): never {
  throw data(null, { status: 404 });
}
