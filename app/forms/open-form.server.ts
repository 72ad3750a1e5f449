import type { RouterContextProvider } from "react-router";
import { describeSite } from "#app/domain/site/site.server.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";

export async function openForm(context: Readonly<RouterContextProvider>) {
  const member = await context.get(visitorContext).member();
  const { name: siteName, asksJoinCode } = describeSite();
  return { siteName, asksJoinCode, author: member?.handle, token: newFormToken() };
}

export type OpenedForm = Awaited<ReturnType<typeof openForm>>;
