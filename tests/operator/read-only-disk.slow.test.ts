import { copyFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, expect, inject, test } from "vitest";
import { FailingDisk, NO_FAILING_DISK } from "../setup/failing-disk.ts";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { type ServedSite, serveSite } from "../setup/served-site.ts";
import { newVisitorOf } from "../setup/served-visitor.ts";

const SENTENCE =
  "The site cannot keep anything new at the moment. Nothing was posted, and what you wrote is still here; press the button again in a few minutes";
const PLACE = "/places/full-english";

let disk: FailingDisk | undefined;
let site: ServedSite | undefined;

afterEach(async () => {
  await site?.stop("SIGKILL");
  disk?.remove();
  site = undefined;
  disk = undefined;
});

test.skipIf(NO_FAILING_DISK)(
  "a disk that turns read-only while the site runs: pages are read, forms are given back, nothing is lost",
  async () => {
    disk = new FailingDisk();
    const file = join(disk.folder, "sqlite.db");
    copyFileSync(inject("migratedDatabase"), file);
    site = await serveSite(file);
    const member = newVisitorOf(site.url);
    await member.fillIn("/places/new", placeFields({ name: "Full English", handle: "ada" }));
    await member.keepCode();
    const hidden = await member.openHidden(`${PLACE}/review`);

    disk.fail();
    const fields = { ...hidden, ...reviewFields({ body: "Typed while the disk was failing." }) };
    for (let time = 0; time < 3; time += 1) {
      const refused = await member.post(`${PLACE}/review`, fields);
      expectGivenBack(refused, 503, SENTENCE);
      expect(typedValues(refused)).toMatchObject({ body: "Typed while the disk was failing." });
    }
    for (const path of ["/places", PLACE, "/account", `${PLACE}/review`, "/places?q=english"]) {
      expect([path, (await member.get(path)).status]).toEqual([path, 200]);
    }
    const health = await member.get("/healthz");
    expect([health.status, JSON.parse(health.html)]).toMatchObject([200, { status: "degraded" }]);
    expect(site.output()).toMatch(/read-only|disk/);

    await site.stop("SIGKILL");
    disk.mend();
    const mended = new Database(file);
    expect(mended.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(mended.prepare("SELECT count(*) FROM reviews").pluck().get()).toBe(1);
    mended.close();
    site = await serveSite(file);
    const again = newVisitorOf(site.url);
    expect((await again.get(PLACE)).html).toContain("Full English");
  },
);
