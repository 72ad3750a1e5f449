import { beforeAll, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { openSite } from "../setup/site.ts";
import { countRows, storedValues } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite({ TRUST_PROXY: "fly" });
const HTTPS = {
  "X-Forwarded-Proto": "https",
  Origin: "https://fork.test",
  "Sec-Fetch-Site": "same-origin",
};

let token = "";

beforeAll(async () => {
  token = await new TestVisitor(site.fetch).openForm("/places/new");
});

test("a browser's form over https is taken, its cookies are for https alone, and so is the site from now on", async () => {
  const visitor = new TestVisitor(site.fetch);
  const posted = await visitor.post(
    "/places/new",
    { ...placeFields({ name: "Proxy Pasta" }), token },
    HTTPS,
  );
  expect([posted.status, posted.location]).toEqual([303, "/places/proxy-pasta"]);
  const cookies = posted.headers.getSetCookie();
  expect(cookies.map((cookie) => cookie.split("=")[0])).toEqual([
    "__Host-session",
    "__Host-signed-in",
    "__Host-new-code",
    "__Host-flash",
  ]);
  for (const cookie of cookies) {
    expect(cookie).toMatch(
      // What scripts may read: that there is a message, and that there is a session.
      /^__Host-(flash|signed-in)=/.test(cookie)
        ? /; Path=\/; (Max-Age=\d+; )?(Expires=[^;]+; )?Secure; SameSite=Lax$/
        : /; HttpOnly; Secure; SameSite=Lax$/,
    );
  }
  expect(posted.headers.get("Strict-Transport-Security")).toBe("max-age=31536000");
  const page = await visitor.get("/places/proxy-pasta", HTTPS);
  expect(page.headers.has("Strict-Transport-Security")).toBe(true);
  expect(page.document.querySelector(".flash")?.text).toContain("posted");
  expect(storedValues(site.databaseFile, "SELECT name FROM places")).toEqual(["Proxy Pasta"]);
});

test("another site's form over https is still refused", async () => {
  const before = countRows(site.databaseFile);
  const fields = { ...placeFields({ name: "Foreign Food", handle: "foreign" }), token };
  for (const headers of [
    { ...HTTPS, Origin: "https://evil.example" },
    { ...HTTPS, Origin: "http://fork.test" },
    { ...HTTPS, "Sec-Fetch-Site": "cross-site" },
    { ...HTTPS, Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" },
  ]) {
    expect((await new TestVisitor(site.fetch).post("/places/new", fields, headers)).status).toBe(
      403,
    );
  }
  expect(countRows(site.databaseFile)).toEqual(before);
});

test("a request that the proxy did not encrypt promises nothing", async () => {
  const visitor = new TestVisitor(site.fetch);
  for (const scheme of ["http", "", "javascript", "https, http"]) {
    const page = await visitor.get("/places", { "X-Forwarded-Proto": scheme });
    expect([page.status, page.headers.get("Strict-Transport-Security")]).toEqual([200, null]);
  }
  const posted = await visitor.fillIn(
    "/places/proxy-pasta/review",
    reviewFields({ handle: "plain" }),
  );
  expect(posted.status).toBe(303);
  expect(posted.headers.getSetCookie().join()).not.toContain("Secure");
});

test("a session of before, whose cookie has no prefix, goes on, and ends under the name that it was sent by", async () => {
  const visitor = new TestVisitor(site.fetch);
  await visitor.fillIn("/places/proxy-pasta/review", reviewFields({ handle: "of before" }));
  expect([...visitor.cookies.keys()]).toContain("session");
  expect((await visitor.get("/account", HTTPS)).html).toContain("of before");
  const out = await visitor.post(
    "/account",
    { session: "every", token: await visitor.openForm("/account") },
    HTTPS,
  );
  expect(out.headers.getSetCookie().join("\n")).toMatch(/^session=; .*Max-Age=0/);
});

test("of two cookies, that count which only this host can have set", async () => {
  const [one, other] = [new TestVisitor(site.fetch), new TestVisitor(site.fetch)];
  await one.post(
    "/places/proxy-pasta/review",
    { ...reviewFields({ handle: "by the host" }), token },
    HTTPS,
  );
  await other.fillIn("/places/proxy-pasta/review", reviewFields({ handle: "by another" }));
  one.cookies.set("session", other.cookies.get("session") ?? "none");
  expect((await one.get("/account", HTTPS)).html).toContain("by the host");
});
