import { data } from "react-router";
import { takeTurn } from "#app/forms/one-click-form.server.ts";
import { askForPasskey } from "#app/http/passkey-ceremony.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import type { Route } from "./+types/route";

/** Called by a script: the options for signing in by passkey, with a fresh challenge. */
export async function action({ request, context }: Route.ActionArgs) {
  await takeTurn("passkey-challenge", context);
  const options = await askForPasskey(request);
  await context.get(visitorContext).setChallenge(options.challenge);
  return Response.json(options);
}

export function loader(): never {
  throw data(null, { status: 404 });
}
