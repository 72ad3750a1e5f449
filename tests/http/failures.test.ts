import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { z } from "zod";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { type ServedSite, serveSite } from "../setup/served-site.ts";
import { newVisitorOf } from "../setup/served-visitor.ts";
import { countRows, tamper } from "../setup/stored.ts";
import type { Page } from "../setup/visitor.ts";

const folder = mkdtempSync(join(tmpdir(), "fork-and-filter-"));
const databaseFile = join(folder, "test.sqlite");
const PLACE = "/places/segfault-sandwiches";

let site: ServedSite;

beforeAll(async () => {
  copyFileSync(inject("migratedDatabase"), databaseFile);
  site = await serveSite(databaseFile);
  const posted = await newVisitor().fillIn(
    "/places/new",
    placeFields({ name: "Segfault Sandwiches" }),
  );
  expect(posted.location).toBe(PLACE);
});

afterAll(async () => {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

const newVisitor = () => newVisitorOf(site.url);

/** Renames a table during the action, so that every query of it fails. */
async function without<Result>(table: string, action: () => Promise<Result>): Promise<Result> {
  // Views go on asking for the table by its name.
  const legacy = "PRAGMA legacy_alter_table = ON";
  tamper(databaseFile, legacy, `ALTER TABLE ${table} RENAME TO ${table}_away`);
  try {
    return await action();
  } finally {
    tamper(databaseFile, legacy, `ALTER TABLE ${table}_away RENAME TO ${table}`);
  }
}

const logSchema = z.object({
  level: z.literal(50),
  reference: z.string(),
  err: z.object({ stack: z.string() }),
});

/** The reference on an error page, or "none". */
function referenceOn({ document }: Page): string {
  return /reference: (\w+)\./.exec(document.querySelector("main")?.text ?? "")?.[1] ?? "none";
}

/** Expects the failure in the log under this reference, and nothing of it on the page. */
async function expectLogged({ html }: Page, reference: string, table: string) {
  expect(reference).toMatch(/^[A-Z0-9]{7}$/);
  const line = logSchema.parse(JSON.parse(await site.logged(reference)));
  expect(line.err.stack).toContain(table);
  for (const secret of [
    table,
    "Prisma",
    "SQLITE",
    "    at ",
    "node_modules",
    "build/server",
    folder,
  ]) {
    expect(html).not.toContain(secret);
  }
}

test.each([
  ["/places", "place_cuisines"],
  [PLACE, "reviews"],
  ["/places/new", "cuisines"],
])("%s that fails is answered calmly, with the reference that the log has", async (path, table) => {
  const page = await without(table, () => newVisitor().get(path));
  expect([page.status, page.document.querySelector("h1")?.text]).toEqual([
    500,
    "Something went wrong on our side",
  ]);
  expect(page.document.querySelector("title")?.text).toBe("Something went wrong on our side");
  const waysOn = page.document.querySelectorAll("main a").map((link) => link.getAttribute("href"));
  expect(waysOn).toEqual([path, "/places"]);
  expect(page.headers.get("Cache-Control")).toBe("private, no-cache");
  expect(page.headers.get("Content-Security-Policy")).toContain("script-src 'self' 'sha256-");
  await expectLogged(page, referenceOn(page), table);
  expect((await newVisitor().get(path)).status).toBe(200);
});

test("what a visitor's own mistake causes is not logged as a failure of the site", async () => {
  const visitor = newVisitor();
  for (const path of ["/", "/nowhere", "/healthz"]) await visitor.post(path, {});
  await visitor.get("/nowhere");
  const failed = await without("place_cuisines", () => visitor.get("/places?after=the+mistakes"));
  const reference = referenceOn(failed);
  await site.logged(reference);
  expect(site.output()).not.toContain("Method Not Allowed");
});

test.each([
  [
    "/places/new",
    placeFields({ name: "Core Dump Cafe", handle: "lost", website: "https://core.example/" }),
  ],
  [
    `${PLACE}/review`,
    reviewFields({ handle: "reporter", dish: "Toastie", price: "5.10", visitedOn: "2024-05-01" }),
  ],
])(
  "a post at %s that fails gives the form back with everything typed, and posts when it is sent again",
  async (path, fields) => {
    const visitor = newVisitor();
    const token = await visitor.openForm(path);
    const before = countRows(databaseFile);
    const page = await without("posted_forms", () => visitor.post(path, { ...fields, token }));
    const sentence = page.document.querySelector(".error-summary li")?.text ?? "";
    expect(sentence).toMatch(/Nothing was posted; press the button again in a moment/);
    expectGivenBack(page, 500, sentence);
    expect(typedValues(page)).toMatchObject(fields);
    expect(countRows(databaseFile)).toEqual(before);
    expect(visitor.cookies.size).toBe(0);
    await expectLogged(page, /say (\w+)\.$/.exec(sentence)?.[1] ?? "", "posted_forms");

    const again = await visitor.post(path, { ...typedValues(page), token });
    expect(again.status).toBe(303);
    expect(countRows(databaseFile).reviews).toBe(Number(before.reviews) + 1);
  },
);

test("a post that meets another process's lock waits for it", async () => {
  const visitor = newVisitor();
  const token = await visitor.openForm(`${PLACE}/review`);
  const other = new Database(databaseFile);
  other.exec("BEGIN IMMEDIATE");
  const posting = visitor.post(`${PLACE}/review`, {
    ...reviewFields({ handle: "patience" }),
    token,
  });
  expect((await newVisitor().get(PLACE)).status).toBe(200);
  other.exec("COMMIT");
  other.close();
  expect((await posting).status).toBe(303);
});

test("a post that waits in vain gives the form back, and pages are still read meanwhile", async () => {
  const visitor = newVisitor();
  const fields = {
    ...reviewFields({ handle: "impatience" }),
    token: await visitor.openForm(`${PLACE}/review`),
  };
  const before = countRows(databaseFile);
  const other = new Database(databaseFile);
  other.exec("BEGIN IMMEDIATE");
  const [page, read] = await Promise.all([
    visitor.post(`${PLACE}/review`, fields),
    newVisitor().get("/places"),
  ]);
  other.exec("ROLLBACK");
  other.close();
  expect(read.status).toBe(200);
  expectGivenBack(
    page,
    503,
    "The site is very busy. Nothing was posted; press the button again in a moment",
  );
  expect(typedValues(page)).toMatchObject({ body: fields.body, handle: "impatience" });
  expect(countRows(databaseFile)).toEqual(before);
  expect((await visitor.post(`${PLACE}/review`, fields)).status).toBe(303);
});
