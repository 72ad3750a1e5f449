import { data } from "react-router";
import { askForPasskey } from "#app/http/passkey-ceremony.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";
import type { Route } from "./+types/route";

/** Called by a script: the options for signing in by passkey, with a fresh challenge. */
export async function action({ request, context }: Route.ActionArgs) {
  const options = await askForPasskey(request);
  await context.get(visitorContext).setChallenge(options.challenge);
  return Response.json(options);
}

export function loader(): never {
  throw data(null, { status: 404 });
}
