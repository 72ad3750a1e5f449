import { data, Link, redirect } from "react-router";
import { sessionId } from "#app/domain/members/sessions.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { paths } from "#app/paths.ts";
import { NewCode } from "#app/ui/new-code.tsx";
import type { Route } from "./+types/route";
import { openWelcome } from "./open-welcome.server.ts";

const OLD = {
  title: "This page could be seen for two minutes",
  text: "What you posted is there. Your recovery code is not shown any more: if this browser keeps cookies, your account makes you another.",
  link: { href: paths.account, text: "Your account" },
};

const UNKNOWN = {
  title: "There is nobody to welcome here",
  text: "This address is not one that the site made, or a part of it is missing.",
};

/** Redirects on, unless the browser kept no cookies: then the recovery code is shown here. */
export async function loader({ url, context }: Route.LoaderArgs) {
  const visitor = context.get(visitorContext);
  visitor.hideAddress();
  const welcome = openWelcome(url.searchParams.get("token"));
  if (welcome === "old") throw data(OLD, { status: 410 });
  if (!welcome) throw data(UNKNOWN, { status: 400 });
  const { to, flash, code, handle, session } = welcome;
  const token = await visitor.sessionToken();
  if (token !== undefined && sessionId(token) === session) throw redirect(to, 303);
  return { flash, newCode: { code, handle } };
}

export default function Welcome({ loaderData: { flash, newCode }, matches }: Route.ComponentProps) {
  const { site } = matches[0].loaderData;
  return (
    <>
      <title>{`Your recovery code · ${site.name}`}</title>
      <header className="prose">
        <h1>This browser keeps no cookies</h1>
        <p>{flash.text} This browser will not know that it was you: only the code below will.</p>
      </header>
      <NewCode newCode={newCode} siteName={site.name}>
        <p>
          It is shown only now. Enter it with your handle whenever you post, or change what you
          posted.
        </p>
        <p>
          <Link to={flash.link.href}>{flash.link.text}</Link>
        </p>
      </NewCode>
    </>
  );
}
