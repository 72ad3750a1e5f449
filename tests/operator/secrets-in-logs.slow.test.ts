import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { placeFields } from "../setup/form-fields.ts";
import { serveSite } from "../setup/served-site.ts";
import { newVisitorOf } from "../setup/served-visitor.ts";

const folder = mkdtempSync(join(tmpdir(), "fork-and-filter-"));
const databaseFile = join(folder, "test.sqlite");
copyFileSync(inject("migratedDatabase"), databaseFile);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(["silent", "error", "info"])(
  "no line of the log at %s has an address's query, so none has a newcomer's token",
  async (level) => {
    const site = await serveSite(databaseFile, { settings: { LOG_LEVEL: level } });
    const visitor = newVisitorOf(site.url);
    const token = await visitor.openForm("/places/new");
    const handle = `logged at ${level}`;
    const fields = { ...placeFields({ name: `Log Loaf ${level}`, handle }), token };
    const welcome = (await visitor.postOnly("/places/new", fields)).location ?? "";
    expect(welcome).toMatch(/^\/welcome\?token=/);
    const { document } = await newVisitorOf(site.url).get(welcome);
    const code = document.querySelector(".new-code code")?.text ?? "none";
    await newVisitorOf(site.url).get(`${welcome}x`);
    await newVisitorOf(site.url).get(welcome.replace("?", ".data?"));
    await site.stop();
    const output = site.output();
    if (level === "info") expect(output).toContain("/welcome");
    for (const secret of ["token=", welcome.slice(-20), code]) expect(output).not.toContain(secret);
  },
);
