import type { RouterContextProvider } from "react-router";
import { describeSite } from "#app/domain/site/site.server.ts";
import { newFormToken } from "#app/http/form-token.server.ts";
import { visitorContext } from "#app/http/visitor.server.ts";

export async function openForm(context: Readonly<RouterContextProvider>) {
  const member = await context.get(visitorContext).member();
  return { siteName: describeSite().name, author: member?.handle, token: newFormToken() };
}
