import { beforeAll, describe, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { openSite } from "../setup/site.ts";
import { countRows } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

// Nobody is trusted to say https: the site's own address does.
const OWN = "https://food.example.org";
const site = openSite({ APP_ORIGIN: OWN, OTHER_HOSTS: "essen.example" });
const byPlainHttp = new TestVisitor((request) => {
  const headers = new Headers(request.headers);
  const init = { method: request.method, headers, body: request.body, duplex: "half" };
  return site.fetch(new Request(request.url.replace("https:", "http:"), init));
}, OWN);

const ask = (url: string, init: RequestInit = {}) => site.fetch(new Request(url, init));

beforeAll(async () => {
  const posted = await byPlainHttp.fillIn("/places/new", placeFields({ name: "Own Oven" }));
  expect([posted.status, posted.location]).toEqual([303, "/places/own-oven"]);
});

test("the scheme of the site's own address decides about cookies and https alone", async () => {
  expect([...byPlainHttp.cookies.keys()]).toContain("__Host-session");
  const page = await byPlainHttp.get("/places/own-oven");
  expect(page.headers.get("Strict-Transport-Security")).toBe("max-age=31536000");
  const text = await ask("http://food.example.org/places.txt");
  expect(await text.text()).toContain(`${OWN}/places`);
});

describe("another name of the site", () => {
  test.each([
    "http://www.food.example.org",
    "https://www.food.example.org",
    "http://essen.example",
    "http://food.example.org:8080",
  ])("%s leads to its own", async (origin) => {
    for (const method of ["GET", "HEAD"]) {
      const answer = await ask(`${origin}/places?q=soup%20bar`, { method });
      expect([answer.status, answer.headers.get("Location")]).toEqual([
        308,
        `${OWN}/places?q=soup%20bar`,
      ]);
    }
  });

  test("leads nowhere else, whatever the path looks like", async () => {
    const answer = await ask("http://essen.example//evil.example/x");
    expect(answer.headers.get("Location")).toBe(`${OWN}//evil.example/x`);
  });

  test("takes no posts", async () => {
    const before = countRows(site.databaseFile);
    const form = { ...reviewFields({ handle: "elsewhere" }), token: "x" };
    const answer = await ask("http://essen.example/places/own-oven/review", {
      method: "POST",
      body: new URLSearchParams(Object.entries(form).map(([name, value]) => [name, String(value)])),
    });
    expect(answer.status).toBe(421);
    expect(countRows(site.databaseFile)).toEqual(before);
  });
});

test.each(["http://evil.example", "http://192.0.2.1:3000", "http://food.example.org.evil.example"])(
  "%s is no name of the site",
  async (origin) => {
    const answer = await ask(`${origin}/places`);
    expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([421, "no-store"]);
    expect(answer.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(await answer.text()).not.toContain("evil");
  },
);

test("a platform may ask a machine by its address whether it lives", async () => {
  expect((await ask("http://192.0.2.1:3000/healthz")).status).toBe(200);
});
