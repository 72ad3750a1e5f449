import type { RouterContextProvider } from "react-router";
import { hashSecret } from "#app/domain/members/sessions.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";

export async function openForm(context: Readonly<RouterContextProvider>) {
  const visitor = context.get(visitorContext);
  const member = await visitor.member();
  const { name: siteName, asksJoinCode } = describeSite();
  return {
    siteName,
    asksJoinCode,
    author: member?.handle,
    draftOwner: member && ownerOfDrafts(await visitor.sessionToken()),
    token: newFormToken(),
  };
}

/** Another one with every signing in. */
function ownerOfDrafts(session: string | undefined): string | undefined {
  return session && hashSecret(`drafts of ${session}`).slice(0, 20);
}

export type OpenedForm = Awaited<ReturnType<typeof openForm>>;
