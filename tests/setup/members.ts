import { paths } from "#app/paths.ts";
import { reviewFields } from "./form-fields.ts";
import type { openSite } from "./site.ts";
import { TestVisitor } from "./visitor.ts";

type Site = ReturnType<typeof openSite>;

let addresses = 0;

/** With an IP address of their own, so that limits do not add up across visitors. */
export function newVisitorOf(site: Site): TestVisitor {
  addresses += 1;
  const address = `10.0.${addresses >> 8}.${addresses & 255}`;
  return new TestVisitor((request) => site.fetch(request, { address }));
}

/** A visitor who became a member by a review, with the recovery code that they were shown. */
export async function becomeMember(site: Site, place: string, handle: string) {
  const visitor = newVisitorOf(site);
  const posted = await visitor.fillIn(`${place}/review`, reviewFields({ handle }));
  const page = await visitor.get(posted.location ?? "");
  const code = page.document.querySelector(".new-code code")?.text;
  if (code === undefined) {
    throw new Error(`${handle} was shown no recovery code: ${posted.status}.`);
  }
  return { visitor, code };
}

export function signIn(
  visitor: TestVisitor,
  handle: string,
  recoveryCode: string,
  returnTo = "/account",
) {
  return visitor.fillIn(paths.signIn(returnTo), {
    handle,
    recoveryCode,
    returnTo,
  });
}

/** The handle that the site shows, or undefined when signed out. */
export async function signedInAs(visitor: TestVisitor): Promise<string | undefined> {
  return (await visitor.get("/account")).document.querySelector(".account .facts dd")?.text;
}

/** Ends a session, or "every" one, by the buttons of the account page. */
export async function endSession(visitor: TestVisitor, fields: Record<string, string>) {
  return visitor.post("/account", { token: await visitor.openForm("/account"), ...fields });
}
