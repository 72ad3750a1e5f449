import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { deployBuild, destroyBuild, listDeployed } from "../setup/deployed-build.ts";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { seed } from "../setup/migrate.ts";
import { type ServedSite, serveSite } from "../setup/served-site.ts";
import { newVisitorOf } from "../setup/served-visitor.ts";

// Milliseconds that the host allows between the stop signal and killing.
const KILLED_AFTER = 5000;

let volume: string;
let databaseFile: string;
const running: ServedSite[] = [];
const machines: string[] = [];

beforeEach(() => {
  volume = mkdtempSync(join(tmpdir(), "fork-and-filter-volume-"));
  databaseFile = join(volume, "sqlite.db");
  copyFileSync(inject("migratedDatabase"), databaseFile);
});

afterEach(async () => {
  for (const site of running.splice(0)) await site.stop("SIGKILL");
  for (const machine of machines.splice(0)) destroyBuild(machine);
  rmSync(volume, { recursive: true, force: true });
});

/** Serves a copy of the build, as on a new machine with the volume's database. */
async function deploy(): Promise<{ site: ServedSite; machine: string }> {
  const machine = deployBuild();
  machines.push(machine);
  const site = await serveSite(databaseFile, { folder: machine });
  running.push(site);
  return { site, machine };
}

async function recommendPlace(site: ServedSite) {
  const visitor = newVisitorOf(site.url);
  const posted = await visitor.fillIn(
    "/places/new",
    placeFields({ name: "Persistent Pasta", handle: "frances" }),
  );
  expect([posted.status, posted.location]).toEqual([303, "/places/persistent-pasta"]);
  return visitor;
}

test("a place, its review and its author's session outlive the machine that they were posted on", async () => {
  const { site, machine } = await deploy();
  const before = listDeployed(machine);
  const { cookies } = await recommendPlace(site);
  expect(listDeployed(machine)).toEqual(before);

  const asked = Date.now();
  expect(await site.stop("SIGTERM")).toBe(0);
  expect(Date.now() - asked).toBeLessThan(KILLED_AFTER);
  destroyBuild(machine);

  const { site: next } = await deploy();
  const visitor = newVisitorOf(next.url);
  for (const [name, value] of cookies) visitor.cookies.set(name, value);
  const { document } = await visitor.get("/places/persistent-pasta");
  expect(document.querySelector("h1")?.text).toBe("Persistent Pasta");
  expect(document.querySelector(".review-body")?.text).toContain("Get the soup before noon.");
  const form = await visitor.get("/places/persistent-pasta/review");
  expect(form.document.querySelector(".author")?.text).toContain("frances");
});

test("the host's other signal to stop ends the site as well", async () => {
  const { site } = await deploy();
  await recommendPlace(site);
  expect(await site.stop("SIGINT")).toBe(0);
});

test("what was acknowledged is there after the process was killed", async () => {
  const { site } = await deploy();
  await recommendPlace(site);
  await site.stop("SIGKILL");
  expect(site.process.signalCode).toBe("SIGKILL");

  const { site: next } = await deploy();
  const { document } = await newVisitorOf(next.url).get("/places/persistent-pasta");
  expect(document.querySelectorAll(".review")).toHaveLength(1);
});

test("the demo can be added while people post, and neither loses anything", async () => {
  const { site } = await deploy();
  await recommendPlace(site);
  let isSeeding = true;
  const seeding = seed(databaseFile).finally(() => {
    isSeeding = false;
  });
  const answers: number[] = [];
  while (isSeeding) {
    const review = reviewFields({ handle: `critic ${answers.length}` });
    const posted = await newVisitorOf(site.url).fillIn("/places/persistent-pasta/review", review);
    answers.push(posted.status);
  }
  expect(await seeding).toMatch(/^Added \d+ cuisines, \d+ members, 41 places and \d+ reviews/m);
  expect(answers).toEqual(answers.map(() => 303));
  const { document } = await newVisitorOf(site.url).get("/places/persistent-pasta");
  expect(document.querySelector(".score")?.text).toContain(`, ${answers.length + 1} ratings`);
});
