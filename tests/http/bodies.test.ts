import { beforeAll, describe, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { ORIGIN, openSite } from "../setup/site.ts";
import { countRows } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const newVisitor = () => new TestVisitor(site.fetch);
const FORM = "application/x-www-form-urlencoded";
const MEGABYTE = 1_000_000;

let token = "";
let before: Record<string, unknown> = {};

beforeAll(async () => {
  token = await newVisitor().openForm("/places/new");
  before = countRows(site.databaseFile);
});

type Body = NonNullable<RequestInit["body"]>;

function post(body: Body, headers: Record<string, string> = {}) {
  const options = { method: "POST", body, headers: { Origin: ORIGIN, ...headers }, duplex: "half" };
  return newVisitor().send(new Request(new URL("/places/new", ORIGIN), options));
}

/** An endless body, which counts the bytes taken and notes its cancellation. */
function endlessBody() {
  const taken = { bytes: 0, isCancelled: false };
  const chunk = new TextEncoder().encode(`name=${"a".repeat(65_531)}`);
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken.bytes += chunk.byteLength;
      controller.enqueue(chunk);
    },
    cancel() {
      taken.isCancelled = true;
    },
  });
  return { stream, taken };
}

describe("a body that is too large", () => {
  test("by its Content-Length is refused before any of it is read", async () => {
    const { stream, taken } = endlessBody();
    const page = await post(stream, {
      "Content-Type": FORM,
      "Content-Length": String(10 * MEGABYTE),
    });
    expect([page.status, page.document.querySelector("h1")?.text]).toEqual([
      413,
      "That is too much to send at once",
    ]);
    expect(taken.isCancelled).toBe(true);
    expect(taken.bytes).toBeLessThanOrEqual(65_536);
    expect(countRows(site.databaseFile)).toEqual(before);
  });

  const untrue: Record<string, string>[] = [
    {},
    { "Content-Length": "12" },
    { "Content-Length": "lots" },
  ];
  test.each(untrue)(
    "is read no further than a form may go when its headers are %o",
    async (headers) => {
      const { stream, taken } = endlessBody();
      const page = await post(stream, { "Content-Type": FORM, ...headers });
      expect(page.status).toBe(413);
      expect(page.document.querySelector("main a")?.getAttribute("href")).toBe("/places");
      expect(taken.isCancelled).toBe(true);
      expect(taken.bytes).toBeLessThanOrEqual(3 * 65_536);
      expect(countRows(site.databaseFile)).toEqual(before);
    },
  );

  test("is refused at addresses that take no form, too", async () => {
    for (const path of ["/", "/healthz", "/nowhere", "/places/new.data"]) {
      const body = new URLSearchParams({ name: "a".repeat(10 * MEGABYTE) });
      const request = new Request(new URL(path, ORIGIN), {
        method: "POST",
        body,
        headers: { Origin: ORIGIN },
      });
      expect((await newVisitor().send(request)).status).toBe(413);
    }
  });
});

test.each([
  "application/json",
  "text/plain",
  "application/xml",
  "image/png",
  "",
  "multipart/mixed; boundary=x",
])("a body of the type “%s” is refused and not read", async (type) => {
  const { stream, taken } = endlessBody();
  const page = await post(stream, { "Content-Type": type });
  expect([page.status, page.document.querySelector("h1")?.text]).toEqual([
    415,
    "That is not a form we can read",
  ]);
  expect(taken.isCancelled).toBe(true);
  expect(countRows(site.databaseFile)).toEqual(before);
});

test("a body that breaks off is answered with a page that says so", async () => {
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.error(new Error("connection reset"));
    },
  });
  const page = await post(stream, { "Content-Type": FORM });
  expect([page.status, page.document.querySelector("h1")?.text]).toEqual([
    400,
    "That form cannot be read",
  ]);
});

test.each([
  [
    "truncated",
    "multipart/form-data; boundary=x",
    '--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nHalf a pl',
  ],
  ["without a boundary", "multipart/form-data", "--x\r\n"],
  ["empty", "multipart/form-data; boundary=x", ""],
  ["nonsense", "multipart/form-data; boundary=x", "\0\u0001\u0002 nothing of the kind"],
])(
  "a multipart body that is %s is answered with 400, and nothing is written",
  async (_, type, body) => {
    const page = await post(body, { "Content-Type": type });
    expect([page.status, page.document.querySelector("h1")?.text]).toEqual([
      400,
      "That form cannot be read",
    ]);
    expect(countRows(site.databaseFile)).toEqual(before);
  },
);

test("a whole multipart form posts, and a file in a field of text is a missing text", async () => {
  const form = new FormData();
  for (const [name, value] of Object.entries(
    placeFields({ name: "Multi Part", handle: "parts" }),
  )) {
    form.append(name, String(value));
  }
  form.append("token", token);
  const withFile = new FormData();
  for (const [name, value] of form) {
    withFile.append(name, name === "name" ? new File(["x"], "name.txt") : value);
  }
  const refused = await post(withFile);
  expect(refused.document.querySelector(".error-summary li")?.text).toBe(
    "Enter the name of the place",
  );
  expect(refused.status).toBe(400);
  expect((await post(form)).location).toBe("/places/multi-part");
});

describe("fields that the form does not have", () => {
  test.each([
    [{ __proto__x: "1", "__proto__[polluted]": "yes", "__proto__.polluted": "yes" }],
    [{ "constructor.prototype.polluted": "yes", "name.__proto__.polluted": "yes" }],
    [
      {
        "a[99999999]": "x",
        "cuisines[99999999]": "x",
        "name[4294967295]": "x",
        "rating[1e9]": "5",
      },
    ],
    [{ "name.first": "x", "body[]": "x", "[": "x", "]": "x", "..": "x", "": "x", "a]b[": "x" }],
    [{ __intent__: "garbage", __state__: "garbage" }],
    [{ __intent__: '{"type":"reset","payload":{}}', __state__: '{"validated":{}}' }],
    [{ __INTENT__: '{"type":"validate","payload":{}}' }],
  ])("such as %o change nothing", async (extra) => {
    const number = Number(countRows(site.databaseFile).places);
    const fields = placeFields({
      name: `Extra ${number}`,
      street: `${number} Extra Road`,
      handle: `extra${number}`,
    });
    const refused = await newVisitor().fillIn("/places/new", { ...fields, ...extra, rating: "" });
    expect(refused.status).toBe(400);
    expect(refused.html.length).toBeLessThan(40_000);
    const page = await newVisitor().fillIn("/places/new", { ...fields, ...extra });
    expect([page.status, page.location]).toEqual([303, `/places/extra-${number}`]);
    expect("polluted" in {}).toBe(false);
  });

  test("in a form of 10,000 are not looked at", async () => {
    const fields = Array.from({ length: 10_000 }, (_, index) => [index.toString(36), ""]);
    const page = await post(new URLSearchParams(fields));
    expect(page.status).toBe(400);
    expect(page.html.length).toBeLessThan(40_000);
    expect(page.document.querySelectorAll(".error-summary a")).toHaveLength(7);
  });
});

test("a field that is there 9,000 times is answered at once", async () => {
  const page = await post(new URLSearchParams(Array.from({ length: 9_000 }, () => ["name", "x"])));
  expect(page.status).toBe(400);
  expect(page.html.length).toBeLessThan(40_000);
});

test("a field that is there twice is not guessed at", async () => {
  const rows = countRows(site.databaseFile);
  const repeated = { name: ["One", "Other"], rating: ["4", "5"], body: ["This.", "That."] };
  const page = await newVisitor().fillIn("/places/new", {
    ...placeFields(repeated),
    ...reviewFields(repeated),
  });
  expect(page.status).toBe(400);
  expect(
    page.document.querySelectorAll(".error-summary a").map((link) => link.getAttribute("href")),
  ).toEqual(["#place-name", "#place-rating", "#place-body"]);
  expect(countRows(site.databaseFile)).toEqual(rows);
});
