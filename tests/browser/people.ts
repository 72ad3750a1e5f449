import { editFields, reviewFields } from "../setup/form-fields.ts";
import { newVisitorOf } from "../setup/served-visitor.ts";
import { tamper } from "../setup/stored.ts";
import type { TestVisitor } from "../setup/visitor.ts";

export type Person = "member" | "moderator" | "returning";

/** Puts something on each of their screens. @returns the cookies of each, by name */
export async function preparePeople(
  url: string,
  databaseFile: string,
): Promise<Record<Person, Map<string, string>>> {
  const member = await joinAs("A regular", url);
  await succeed(member, "/places/git-hummus/review", reviewFields({ body: "Get it before one." }));
  await deleteReview(member, "/places/root-access/review");
  const where = { street: "404 Nowhere Close, behind the bakery", postcode: "N0 5TE" };
  const facts = { name: "Copy Pasta", ...where, cuisines: "italian", newCuisine: "" };
  await succeed(member, "/places/copy-pasta/edit", editFields(facts));
  await shareList(member, "/lists/been");
  const flag = {
    rule: "spam",
    note: "The same words as on the leaflet, and the shop’s own photos.",
  };
  await succeed(member, "/places/git-hummus/flag", flag);

  const moderator = await joinAs("A marshal", url);
  tamper(databaseFile, "UPDATE members SET role = 'moderator' WHERE handle = 'A marshal'");

  const returning = await joinAs("Back again", url);
  tamper(
    databaseFile,
    `UPDATE sessions SET created_at = '2026-01-01T12:00:00.000+00:00'
     WHERE member_id = (SELECT id FROM members WHERE handle = 'Back again')`,
  );
  return { member: member.cookies, moderator: moderator.cookies, returning: returning.cookies };
}

async function joinAs(handle: string, url: string): Promise<TestVisitor> {
  const visitor = newVisitorOf(url);
  await succeed(visitor, "/places/git-hummus/review", reviewFields({ handle }));
  return visitor;
}

async function deleteReview(visitor: TestVisitor, form: string): Promise<void> {
  await succeed(visitor, form, reviewFields());
  const { document } = await visitor.get(form);
  const deletion = document.querySelector('a[href^="/reviews/"][href$="/delete"]');
  await succeed(visitor, deletion?.getAttribute("href") ?? "", {});
}

async function shareList(visitor: TestVisitor, list: string): Promise<void> {
  const token = await visitor.openForm(list);
  await visitor.post(list, { token, intent: "share" });
}

/** Throws unless the form is accepted. */
async function succeed(
  visitor: TestVisitor,
  path: string,
  fields: Record<string, string | string[]>,
): Promise<void> {
  const { status, document } = await visitor.fillIn(path, fields);
  if (status === 303) return;
  const problems = document.querySelectorAll(".error-summary li").map(({ text }) => text);
  throw new Error(`The form at ${path} was answered with ${status}: ${problems.join(". ")}`);
}
