import type { RouterContextProvider } from "react-router";
import { describeSite } from "#app/domain/site/site.server.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";

export async function openForm(context: Readonly<RouterContextProvider>) {
  const visitor = context.get(visitorContext);
  const member = await visitor.member();
  const { name: siteName, asksJoinCode } = describeSite();
  return {
    siteName,
    asksJoinCode,
    author: member?.handle,
    draftOwner: member && (await visitor.draftOwner()),
    token: newFormToken(),
  };
}

export type OpenedForm = Awaited<ReturnType<typeof openForm>>;
