import { execFileSync } from "node:child_process";
import { copyFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { Release } from "../setup/release.ts";
import { type ServedSite, serveSite } from "../setup/served-site.ts";
import { newVisitorOf } from "../setup/served-visitor.ts";
import { NO_SMALL_DISK, SmallDisk } from "../setup/small-disk.ts";

const SENTENCE =
  "The site cannot keep anything new at the moment. Nothing was posted, and what you wrote is still here; press the button again in a few minutes";
const PLACE = "/places/full-english";

const release = new Release();
let disk: SmallDisk;
let file: string;
let site: ServedSite | undefined;

beforeEach(() => {
  if (NO_SMALL_DISK) return;
  disk = new SmallDisk(4);
  file = join(disk.folder, "sqlite.db");
  copyFileSync(inject("migratedDatabase"), file);
});

afterEach(async () => {
  await site?.stop("SIGKILL");
  site = undefined;
  if (!NO_SMALL_DISK) disk.remove();
});

const filler = () => join(disk.folder, "filler");

function fill(): void {
  const { bavail, bsize } = statfsSync(disk.folder);
  writeFileSync(filler(), Buffer.alloc(bavail * bsize));
}

async function serve(path = file, settings: Record<string, string> = {}): Promise<ServedSite> {
  site = await serveSite(path, { settings });
  return site;
}

function query(sql: string): void {
  const database = new Database(file);
  database.exec(sql);
  database.close();
}

async function recommend({ url }: ServedSite) {
  const visitor = newVisitorOf(url);
  await visitor.fillIn("/places/new", placeFields({ name: "Full English", handle: "ada" }));
  await visitor.keepCode();
  return visitor;
}

test.skipIf(NO_SMALL_DISK)(
  "while the disk is full pages are read by members too, forms are given back, and posts go on once there is space",
  async () => {
    const running = await serve();
    const member = await recommend(running);
    // Their session is due for its daily renewal, and upkeep has something to do.
    query(
      "UPDATE sessions SET created_at = '2026-01-01T00:00:00.000+00:00', expires_at = strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now', '+40 days')",
    );
    const hidden = await member.openHidden(`${PLACE}/review`);
    fill();
    for (const path of ["/places", PLACE, "/account", `${PLACE}/review`]) {
      expect([path, (await member.get(path)).status]).toEqual([path, 200]);
    }
    const fields = { ...hidden, ...reviewFields({ body: "Typed while the disk was full." }) };
    const refused = await member.post(`${PLACE}/review`, fields);
    expectGivenBack(refused, 503, SENTENCE);
    expect(typedValues(refused)).toMatchObject({ body: "Typed while the disk was full." });
    const pressed = await member.post("/lists/want", { place: "full-english", on: "yes" });
    expect([400, 503]).toContain(pressed.status);
    const health = await member.get("/healthz");
    expect([health.status, JSON.parse(health.html)]).toMatchObject([
      200,
      { status: "degraded", reason: expect.stringMatching(/^disk full: free space on/) },
    ]);
    expect(JSON.parse(await running.logged("disk full"))).toMatchObject({
      msg: expect.stringMatching(/^disk full: free space on/),
    });
    rmSync(filler());
    expect((await member.post(`${PLACE}/review`, fields)).status).toBe(303);
    expect(JSON.parse((await member.get("/healthz")).html)).toMatchObject({ status: "ok" });
  },
);

test.skipIf(NO_SMALL_DISK)("a start on a full disk serves a copy, to be read", async () => {
  const first = await serve();
  await recommend(first);
  await first.stop();
  fill();
  const prepared = await release.run(["scripts/prepare.ts"], file);
  expect(prepared.code).toBe(4);
  expect(prepared.err).toContain("disk full: free space on");
  const [trouble = "", path = ""] = prepared.out.trim().split(" ");
  const reading = await serve(path, { POSTING_STOPPED_BY: trouble });
  const visitor = newVisitorOf(reading.url);
  expect((await visitor.get(PLACE)).html).toContain("Full English");
  const refused = await visitor.fillIn(`${PLACE}/review`, reviewFields({ handle: "bob" }));
  expectGivenBack(refused, 503, SENTENCE);
  expect(JSON.parse((await visitor.get("/healthz")).html)).toMatchObject({ status: "degraded" });
});

test.skipIf(NO_SMALL_DISK)("a start on a read-only disk serves a copy, to be read", async () => {
  execFileSync("mount", ["-o", "remount,ro", disk.folder]);
  const prepared = await release.run(["scripts/prepare.ts"], file);
  expect(prepared.code).toBe(4);
  expect(prepared.err).toContain("the disk is read-only");
  const [trouble = "", path = ""] = prepared.out.trim().split(" ");
  expect(trouble).toBe("disk-read-only");
  const reading = await serve(path, { POSTING_STOPPED_BY: trouble });
  expect((await newVisitorOf(reading.url).get("/places")).status).toBe(200);
});
