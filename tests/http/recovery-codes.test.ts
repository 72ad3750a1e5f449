import { beforeAll, describe, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { endSession, newVisitorOf, signedInAs, signIn } from "../setup/members.ts";
import { openSite } from "../setup/site.ts";
import { storedValues } from "../setup/stored.ts";

const site = openSite();
const PLACE = "/places/lock-and-key";

beforeAll(async () => {
  await newVisitorOf(site).fillIn(
    "/places/new",
    placeFields({ name: "Lock and Key", handle: "founder" }),
  );
});

describe("the recovery code after the first post", () => {
  test("is shown in full once, on a page that is kept nowhere, with a way to the account", async () => {
    const visitor = newVisitorOf(site);
    const posted = await visitor.fillIn(`${PLACE}/review`, reviewFields({ handle: "shown once" }));
    const page = await visitor.get(posted.location ?? "");
    const notice = page.document.querySelector(".new-code");
    expect(notice?.querySelector("code")?.text).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/);
    expect(notice?.text).toContain("shown once");
    expect(notice?.querySelector("a")?.getAttribute("href")).toBe("/account");
    expect(page.headers.get("Cache-Control")).toBe("private, no-store");
    expect(page.html.indexOf("new-code")).toBeLessThan(page.html.indexOf("<h1"));
    const again = await visitor.get(posted.location ?? "");
    expect(again.document.querySelector(".new-code")).toBeNull();
    expect(again.headers.get("Cache-Control")).toBe("private, no-cache");
  });

  test("is unreadable in the cookie that carries it, and only its argon2id hash is stored", async () => {
    const visitor = newVisitorOf(site);
    await visitor.fillIn(`${PLACE}/review`, reviewFields({ handle: "sealed" }));
    const cookie = decodeURIComponent(visitor.cookies.get("new-code") ?? "");
    const page = await visitor.get(PLACE);
    const code = page.document.querySelector(".new-code code")?.text ?? "none";
    for (const text of [
      cookie,
      atob(cookie),
      atob(JSON.parse(atob(cookie)).replace(/-/g, "+").replace(/_/g, "/")),
    ]) {
      expect(text).not.toContain(code);
      expect(text).not.toContain(code.replaceAll("-", ""));
    }
    const [hash] = storedValues(
      site.databaseFile,
      `SELECT recovery_hash FROM members WHERE handle = 'sealed'`,
    );
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test.each([["garbage"], [btoa('"x"')], [btoa(JSON.stringify({ code: "AAAA", handle: "eve" }))]])(
    "is not shown from a cookie that was forged (%s)",
    async (cookie) => {
      const visitor = newVisitorOf(site);
      visitor.cookies.set("new-code", cookie);
      const page = await visitor.get(PLACE);
      expect([page.status, page.document.querySelector(".new-code")]).toEqual([200, null]);
      expect(visitor.cookies.has("new-code")).toBe(false);
    },
  );

  test("is another one when the first post is sent again, and the last one counts", async () => {
    const visitor = newVisitorOf(site);
    const fields = {
      ...reviewFields({ handle: "resent" }),
      token: await visitor.openForm(`${PLACE}/review`),
    };
    const codes: string[] = [];
    for (const _ of [1, 2]) {
      const sender = newVisitorOf(site);
      await sender.post(`${PLACE}/review`, fields);
      codes.push(
        (await sender.get(PLACE)).document.querySelector(".new-code code")?.text ?? "none",
      );
      expect(await signedInAs(sender)).toBe("resent");
    }
    expect((await signIn(newVisitorOf(site), "resent", codes[0] ?? "")).status).toBe(400);
    expect((await signIn(newVisitorOf(site), "resent", codes[1] ?? "")).status).toBe(303);
  });

  test("is not to be had by sending the first post again after signing out", async () => {
    const visitor = newVisitorOf(site);
    const fields = {
      ...reviewFields({ handle: "shared computer" }),
      token: await visitor.openForm(`${PLACE}/review`),
    };
    await visitor.post(`${PLACE}/review`, fields);
    await endSession(visitor, { session: "every" });
    expect(await signedInAs(visitor)).toBeUndefined();
    const next = newVisitorOf(site);
    expect((await next.post(`${PLACE}/review`, fields)).status).toBe(303);
    expect(await signedInAs(next)).toBeUndefined();
    expect((await next.get(PLACE)).document.querySelector(".new-code")).toBeNull();
  });
});
