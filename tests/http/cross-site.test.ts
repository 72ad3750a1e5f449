import { beforeAll, describe, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { ORIGIN, openSite } from "../setup/site.ts";
import { countRows } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const member = new TestVisitor(site.fetch);

const ADDRESSES = [
  "/",
  "/places",
  "/places/new",
  "/places/same-origin-soup",
  "/places/same-origin-soup/review",
  "/about",
  "/healthz",
  "/manifest.webmanifest",
  "/nowhere",
  "/places/new.data",
  "/places/same-origin-soup/review.data",
];

const CROSS_SITE: Record<string, string>[] = [
  { Origin: "https://evil.example" },
  { Origin: "null" },
  { Origin: "" },
  { Origin: `${ORIGIN}.evil.example` },
  { Origin: ORIGIN.replace("http:", "https:") },
  { Origin: `${ORIGIN}:81` },
  { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example", Host: "evil.example" },
  { Origin: ORIGIN, "Sec-Fetch-Site": "cross-site" },
  { Origin: ORIGIN, "Sec-Fetch-Site": "same-site" },
];

let fields: Record<string, string> = {};
let before: Record<string, unknown> = {};

beforeAll(async () => {
  const posted = await member.fillIn(
    "/places/new",
    placeFields({ name: "Same Origin Soup", handle: "owner" }),
  );
  expect(posted.location).toBe("/places/same-origin-soup");
  const token = await member.openForm("/places/same-origin-soup/review");
  fields = { ...reviewFields({ body: "Posted by another site." }), token };
  before = countRows(site.databaseFile);
});

describe.each(CROSS_SITE)("a form sent with %o", (headers) => {
  test("is refused at every address, although the member's cookie and token came with it", async () => {
    for (const path of ADDRESSES) {
      const page = await member.post(path, fields, headers);
      expect(page.status, path).toBe(403);
      expect(page.headers.get("Cache-Control")).toBe("private, no-cache");
      expect(page.headers.getSetCookie()).toEqual([]);
      if (!page.headers.get("Content-Type")?.startsWith("text/html")) continue;
      expect(page.document.querySelector("h1")?.text).toBe("That came from another site");
      expect(page.document.querySelector("main a")?.getAttribute("href")).toBe("/places");
    }
    expect(countRows(site.databaseFile)).toEqual(before);
  });
});

test("a link from another site may be followed", async () => {
  const page = await member.get("/places/same-origin-soup", {
    "Sec-Fetch-Site": "cross-site",
    Origin: "null",
  });
  expect(page.status).toBe(200);
});

test.each<Record<string, string>>([
  { Origin: ORIGIN },
  { Origin: ORIGIN, "Sec-Fetch-Site": "same-origin" },
  { Origin: ORIGIN, "Sec-Fetch-Site": "none" },
])("a form sent with %o is taken", async (headers) => {
  const visitor = new TestVisitor(site.fetch);
  const token = await visitor.openForm("/places/same-origin-soup/review");
  const handle = `local ${countRows(site.databaseFile).members}`;
  const page = await visitor.post(
    "/places/same-origin-soup/review",
    { ...reviewFields({ handle }), token },
    headers,
  );
  expect([page.status, page.location]).toEqual([303, "/places/same-origin-soup"]);
});

test("without a trusted proxy nobody gets to say that the site is https", async () => {
  const forged = { Origin: "https://fork.test", "X-Forwarded-Proto": "https" };
  const page = await member.post("/places/same-origin-soup/review", fields, forged);
  expect(page.status).toBe(403);
  expect(page.headers.has("Strict-Transport-Security")).toBe(false);
});
