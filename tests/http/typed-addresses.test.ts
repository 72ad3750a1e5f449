import { beforeAll, expect, test } from "vitest";
import { hoursFields, placeFields } from "../setup/form-fields.ts";
import { openSite } from "../setup/site.ts";
import { typedTable } from "../setup/typed-table.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const visitor = new TestVisitor(site.fetch);

// Addresses as people type or copy them: where they lead.

const LEADS = typedTable(`
  /About                         → /about
  /ABOUT                         → /about
  /about.                        → /about
  /about)                        → /about
  /about).                       → /about
  /about,                        → /about
  /about!                        → /about
  /about%20                      → /about
  /about%E2%80%9D                → /about
  /about%3E                      → /about
  /about/.                       → stays
  /about//.                      → stays
  /Map                           → /map
  /map?                          → stays
  /Places                        → /places
  /PLACES?cuisine=pizza          → /places?cuisine=pizza
  /Places.txt                    → /places.txt
  /places.txt.                   → /places.txt
  /places?cuisine=pizza).        → /places?cuisine=pizza
  /places?walk=10&price=8.       → /places?walk=10&price=8
  /dishes?price=8)               → /dishes?price=8
  /places?q=is+it+good%3F        → stays
  /places/null-pointer           → stays
  /places/Null-Pointer           → /places/null-pointer
  /places/NULL-POINTER           → /places/null-pointer
  /Places/Null-Pointer           → /places/null-pointer
  /Places/null-pointer           → /places/null-pointer
  /places/null-pointer.          → /places/null-pointer
  /places/null-pointer).         → /places/null-pointer
  /places/null-pointer%22        → /places/null-pointer
  /places/null-pointer,?sort=x.  → /places/null-pointer?sort=x
  /places/null%20pointer         → /places/null-pointer
  /places/null_pointer           → /places/null-pointer
  /places//null-pointer          → /places/null-pointer
  /places/Null-Pointer/Review    → /places/null-pointer/review
  /places/null-pointer/review.   → /places/null-pointer/review
  /places/null-pointer/History)  → /places/null-pointer/history
  /Places/New                    → /places/new
  /places/new.                   → /places/new
  /members/Ada-B                 → /members/ada-b
  /members/ada-b.                → /members/ada-b
  /members/ada%20b)              → /members/ada-b
  /dishes/Soup                   → /dishes/soup
  /dishes/soup.                  → /dishes/soup
  /reviews/1.                    → /reviews/1
  /Reviews/1                     → /reviews/1
  /Sign-In                       → /sign-in
  /Account                       → /account
  /Places.JSON                   → /places.json
  /places/Null-Pointer.json.     → /places/null-pointer.json
  /places/NULL-POINTER.TXT       → /places/null-pointer.txt
  /places/nobody-knows.json      → missing
  /places/no-such-place.         → missing
  /places/No-Such-Place          → missing
  /places/..                     → stays
  /nope.                         → missing
  /Nope                          → missing
  /%F0%9F%99%82                  → missing
  /)                             → /
  /places/).                     → /places
  /:                             → missing
  /places/_                      → missing
  /places/%00                    → missing
  /places/%F0%9F%99%82           → missing
  /places/no-such?sort=x.        → missing
  /Places/No-Such/Review         → missing
  /members/%3Cscript%3E          → missing
  /members/nobody.               → missing
  /dishes/nothing.               → missing
  /reviews/999)                  → missing
  /base-map/1-00.svg.            → missing
  /places/null-pointer/history/9. → missing
`);

beforeAll(async () => {
  const fields = placeFields({ name: "Null Pointer", handle: "Ada B", dish: "Soup" });
  await visitor.fillIn("/places/new", fields);
});

const outsider = new TestVisitor(site.fetch);

test.each(LEADS)("%s: %s", async (path, target) => {
  const { status, location } = await outsider.get(path);
  const came = status === 301 ? location : status === 404 ? "missing" : "stays";
  expect(came).toBe(target);
});

test.each(LEADS.filter(([, target]) => target.startsWith("/")))(
  "where %s leads is a page, in one step",
  async (_, target) => {
    const { status } = await outsider.get(target);
    // The account is only for those who are signed in.
    expect(status).toBe(target === "/account" ? 303 : 200);
  },
);

test("what is posted to an address with capitals is not led elsewhere", async () => {
  const hidden = await visitor.openHidden("/places/null-pointer/hours");
  const posted = await visitor.post("/Places/null-pointer/hours", { ...hidden, ...hoursFields() });
  expect([posted.status, posted.location]).toEqual([303, "/places/null-pointer"]);
});
