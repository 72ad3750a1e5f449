import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { openSite } from "../setup/site.ts";
import { type Page, TestVisitor, WHOLE_PLACE_FORM } from "../setup/visitor.ts";

const site = openSite();
const stranger = new TestVisitor(site.fetch);
const member = new TestVisitor(site.fetch);

const PLACE = "/places/public-static-pies";
const COMPARED = "/places/compare?place=public-static-pies&place=elsewhere";
const PUBLIC = [
  "/",
  "/places",
  "/places?cuisine=pies&sort=name",
  PLACE,
  "/map",
  "/dishes",
  "/wanted",
  "/this-week",
  "/activity",
  COMPARED,
  "/about",
  "/members/owner",
];
const FORMS = [
  "/places/new",
  ...["review", "hours", "facts", "edit", "seen"].map((form) => `${PLACE}/${form}`),
];
const ERRORS = [
  "/nowhere",
  // Only in development.
  "/components",
  ...["", "/review", "/hours", "/seen"].map((form) => `/places/nowhere${form}`),
];
const OTHERS = ["/healthz", "/manifest.webmanifest", "/places.data", "/places/new.data"];

beforeAll(async () => {
  await stranger.fillIn(
    "/places/new",
    placeFields({ name: "Public Static Pies", newCuisine: "Pies", handle: "owner" }),
  );
  stranger.cookies.clear();
  await member.fillIn(
    "/places/new",
    placeFields({ name: "Elsewhere", handle: "zaphodbeeblebrox" }),
  );
  await member.get("/places/elsewhere");
  await member.keepCode();
  expect([...member.cookies.keys()]).toEqual(["session", "signed-in"]);
});

describe.each(PUBLIC)("the public page %s", (path) => {
  test("is the same to the byte for members who are signed in, and holds nothing personal", async () => {
    const [asStranger, asMember] = [await stranger.get(path), await member.get(path)];
    expect(asMember.html).toBe(asStranger.html);
    expect(asMember.status).toBe(200);
    expect(asMember.document.querySelector("input[name=token]")).toBeNull();
    if (path === PLACE || path === "/about") expect(asMember.html).not.toContain("zaphod");
    expect(asStranger.headers.get("Cache-Control")).toMatch(
      /^public, max-age=0, s-maxage=\d\d?(, stale-while-revalidate=600)?$/,
    );
    expect(asMember.headers.get("Cache-Control")).toBe("public, max-age=0, must-revalidate");
    for (const { headers } of [asStranger, asMember]) {
      expect(headers.get("Vary")).toBe("Cookie");
      expect(headers.getSetCookie()).toEqual([]);
    }
  });

  test("is the same through its data, which the browser asks for when it follows a link", async () => {
    const data = path === "/" ? "/_.data" : path.replace(/(?=\?|$)/, ".data");
    const [asStranger, asMember] = [await stranger.get(data), await member.get(data)];
    expect([asMember.status, asMember.html]).toEqual([200, asStranger.html]);
    expect(asMember.headers.get("Cache-Control")).toBe("public, max-age=0, must-revalidate");
    expect(asMember.headers.getSetCookie()).toEqual([]);
  });
});

test.each(FORMS)("the form %s is personal and nobody else's to keep", async (path) => {
  for (const visitor of [stranger, member]) {
    for (const address of [path, `${path}.data`]) {
      expect((await visitor.get(address)).headers.get("Cache-Control")).toBe("private, no-cache");
    }
  }
  const [one, other] = [await stranger.openForm(path), await stranger.openForm(path)];
  expect(one).not.toBe(other);
  expect(
    (await member.get(path === "/places/new" ? WHOLE_PLACE_FORM : path)).document.querySelector(
      ".author",
    )?.text,
  ).toContain("zaphodbeeblebrox");
});

test.each([...PUBLIC, ...FORMS, ...ERRORS, ...OTHERS])(
  "%s has the security headers",
  async (path) => {
    for (const page of [
      await stranger.get(path),
      await stranger.post(path, {}),
      await stranger.post(path, {}, { Origin: "null" }),
    ]) {
      expect(Object.fromEntries(page.headers)).toMatchObject({
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "strict-origin-when-cross-origin",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
      });
      const policy = page.headers.get("Content-Security-Policy") ?? "";
      expect(policy).toMatch(/^default-src 'none'; /);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*|nonce/);
      expect(page.headers.has("Strict-Transport-Security")).toBe(false);
      expect(page.headers.has("X-Powered-By")).toBe(false);
    }
  },
);

/** Of inline scripts, as written in a Content-Security-Policy. */
/** JSON-LD is data, which is not run. */
function hashesOf(page: Page): string[] {
  const scripts = [
    ...page.html.matchAll(
      /<script(?![^>]* src=)(?! type="application\/ld\+json")[^>]*>([\s\S]*?)<\/script>/g,
    ),
  ];
  return scripts.map(
    ([, code = ""]) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`,
  );
}

test.each([...PUBLIC, ...FORMS, ...ERRORS])(
  "%s lets exactly its own scripts run, and no style or image of others",
  async (path) => {
    for (const page of [
      await stranger.get(path),
      await stranger.post(path, reviewFields({ body: "</script><script>1" })),
    ]) {
      const policy = new Map(
        (page.headers.get("Content-Security-Policy") ?? "").split("; ").map((part) => {
          const [name = "", ...sources] = part.split(" ");
          return [name, sources];
        }),
      );
      const hashes = hashesOf(page);
      expect(hashes.length).toBeGreaterThan(0);
      expect(policy.get("script-src")?.toSorted()).toEqual(
        ["'self'", ...new Set(hashes)].toSorted(),
      );
      expect(policy.get("style-src")).toEqual(["'self'"]);
      expect(policy.get("form-action")).toEqual(["'self'"]);
      expect(policy.get("base-uri")).toEqual(["'none'"]);
      expect(page.html).not.toContain("nonce=");
      expect(page.document.querySelectorAll("[style], style, [onclick]")).toHaveLength(0);
    }
  },
);

test("the health check tells the journal mode and is never kept", async () => {
  const page = await stranger.get("/healthz");
  expect([page.status, JSON.parse(page.html)]).toEqual([200, { status: "ok", journalMode: "wal" }]);
  expect(page.headers.get("Content-Type")).toBe("application/json");
  expect(page.headers.get("Cache-Control")).toBe("no-store");
});

test("the manifest names the site and its icon", async () => {
  const page = await stranger.get("/manifest.webmanifest");
  expect(page.headers.get("Content-Type")).toBe("application/manifest+json");
  expect(JSON.parse(page.html)).toMatchObject({
    name: "Fork & Filter",
    start_url: "/",
    icons: [{ src: "/favicon.svg" }],
  });
  const { document } = await stranger.get("/");
  expect(document.querySelector("link[rel=manifest]")?.getAttribute("href")).toBe(
    "/manifest.webmanifest",
  );
});

test.each([
  ...ERRORS,
  "/places/%E0%A4%A",
  "/places/%zz",
  "/places/%zz/review",
  "/%00",
  "/places/%00",
  "/%E2%80%AE",
  "/places/a%2Fb",
  "/.env",
  "/data/sqlite.db",
  "/../package.json",
  "/places/..%2f..%2fDockerfile",
  "/build/server/index.js",
])("%s is answered with a page that leads on", async (path) => {
  const page = await stranger.get(path);
  expect([page.status, page.document.querySelector("h1")?.text]).toEqual([
    404,
    "There is nothing at this address",
  ]);
  expect(page.document.querySelector("main a")?.getAttribute("href")).toBe("/places");
  expect(page.document.querySelector("header nav")).not.toBeNull();
  expect(page.document.querySelector("main")?.text).not.toContain("reference");
});
