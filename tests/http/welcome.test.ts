import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { newVisitorOf, signIn } from "../setup/members.ts";
import { openSite } from "../setup/site.ts";

const site = openSite();
const PLACE = "/places/crumbless";

beforeAll(async () => {
  await newVisitorOf(site).fillIn(
    "/places/new",
    placeFields({ name: "Crumbless", handle: "founder" }),
  );
});

afterEach(() => {
  vi.useRealTimers();
});

/** A newcomer who has posted, and the path they are redirected to. */
async function newcomer(handle: string) {
  const visitor = newVisitorOf(site);
  const token = await visitor.openForm(`${PLACE}/review`);
  const posted = await visitor.postOnly(`${PLACE}/review`, { ...reviewFields({ handle }), token });
  return { visitor, posted, welcome: posted.location ?? "" };
}

describe("a first post", () => {
  test("leads on to where it is, on a browser that keeps cookies", async () => {
    const { visitor, posted, welcome } = await newcomer("with cookies");
    expect([posted.status, welcome.split("=")[0]]).toEqual([303, "/welcome?token"]);
    const page = await visitor.get(welcome);
    expect([page.status, page.location]).toEqual([303, PLACE]);
    expect((await visitor.get(PLACE)).document.querySelector(".flash p")?.text).toBe(
      "Your review is posted.",
    );
  });

  test("shows who they are now, on a browser that keeps none, so that they can change it", async () => {
    const { welcome } = await newcomer("without any");
    const page = await newVisitorOf(site).get(welcome);
    expect(page.status).toBe(200);
    expect(page.document.querySelector("h1")?.text).toBe("This browser keeps no cookies");
    expect(page.document.querySelector("main")?.text).toContain("Your review is posted.");
    expect(page.document.querySelector(".new-code bdi")?.text).toBe("without any");
    expect(page.document.querySelector(".new-code a")?.getAttribute("href")).toBe(
      `${PLACE}#by-withoutany`,
    );
    const code = page.document.querySelector(".new-code code")?.text ?? "none";
    expect(decodeURIComponent(welcome)).not.toContain(code);
    expect((await signIn(newVisitorOf(site), "without any", code)).status).toBe(303);
  });

  test("of a member is answered without it", async () => {
    const { visitor } = await newcomer("second post");
    const { handle: _known, ...fields } = reviewFields();
    const hidden = await visitor.openHidden(`${PLACE}/review`);
    expect((await visitor.postOnly(`${PLACE}/review`, { ...hidden, ...fields })).location).toBe(
      PLACE,
    );
  });
});

describe("the page that welcomes", () => {
  test("is kept nowhere, and its address is told to nobody", async () => {
    const { visitor, welcome } = await newcomer("hidden");
    for (const page of [
      await newVisitorOf(site).get(welcome),
      await newVisitorOf(site).get(welcome.replace("/welcome", "/welcome.data")),
      await visitor.get(welcome),
      await newVisitorOf(site).get("/welcome?token=none"),
    ]) {
      expect(page.headers.get("Cache-Control")).toBe("private, no-store");
      expect(page.headers.get("Referrer-Policy")).toBe("no-referrer");
    }
  });

  test.each(["", "?token=", "?token=AAAA", `?token=${"A".repeat(9000)}`, "?token=a&token=b"])(
    "says calmly that it does not know %s",
    async (query) => {
      const page = await newVisitorOf(site).get(`/welcome${query}`);
      expect(page.status).toBe(400);
      expect(page.document.querySelector("h1")?.text).toBe("There is nobody to welcome here");
      expect(page.document.querySelector("main a[href='/places']")).not.toBeNull();
    },
  );

  test("says after two minutes that it is over, and shows nothing", async () => {
    const { welcome } = await newcomer("too late");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 121_000 });
    const page = await newVisitorOf(site).get(welcome);
    expect(page.status).toBe(410);
    expect(page.document.querySelector("h1")?.text).toContain("two minutes");
    expect(page.document.querySelector("main a[href='/account']")).not.toBeNull();
    expect(page.html).not.toContain("too late");
  });

  test("does not take what was sealed for something else", async () => {
    const { visitor } = await newcomer("crossed");
    const cookie = decodeURIComponent(visitor.cookies.get("new-code") ?? "");
    const sealed: unknown = JSON.parse(atob(cookie));
    expect((await newVisitorOf(site).get(`/welcome?token=${sealed}`)).status).toBe(400);
  });
});
