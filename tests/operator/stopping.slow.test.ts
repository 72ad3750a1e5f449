import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, expect, inject, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { openConnection, readToEnd } from "../setup/raw-request.ts";
import { type ServedSite, serveSite } from "../setup/served-site.ts";
import { newVisitorOf } from "../setup/served-visitor.ts";
import { stored } from "../setup/stored.ts";

const folder = mkdtempSync(join(tmpdir(), "fork-and-filter-"));
const databaseFile = join(folder, "test.sqlite");
copyFileSync(inject("migratedDatabase"), databaseFile);
let site: ServedSite;

afterEach(() => site.stop("SIGKILL"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function post(path: string, fields: Record<string, string>, agent?: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const sending = request(new URL(path, site.url), {
      method: "POST",
      agent: agent ?? false,
      headers: { Origin: site.url, "Content-Type": "application/x-www-form-urlencoded" },
    });
    sending.once("response", (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sending.once("error", reject);
    sending.end(new URLSearchParams(fields).toString());
  });
}

test("every post that was sent before the signal is answered, on new connections and on kept ones", async () => {
  site = await serveSite(databaseFile);
  await newVisitorOf(site.url).fillIn("/places/new", placeFields({ name: "Last Orders" }));
  const path = "/places/last-orders/review";
  for (let round = 0; round < 3; round += 1) {
    const agents = Array.from({ length: 8 }, () => new Agent({ keepAlive: true }));
    const forms = await Promise.all(
      Array.from({ length: 16 }, async (_, number) => ({
        ...(await newVisitorOf(site.url).openHidden(path)),
        ...reviewFields({ handle: `late ${round} ${number}` }),
      })),
    );
    // Opens the connections that are kept.
    await Promise.all(agents.map((agent) => post("/nowhere", {}, agent)));
    const sent = forms.map(async (form, number) => {
      await pause(5 * number);
      return post(path, form, agents[number]);
    });
    await pause(78);
    const asked = performance.now();
    const ended = site.stop("SIGTERM");
    expect(await Promise.all(sent)).toEqual(forms.map(() => 303));
    expect(await ended).toBe(0);
    expect(performance.now() - asked).toBeLessThan(4000);
    for (const agent of agents) agent.destroy();
    expect(existsSync(`${databaseFile}-wal`)).toBe(false);
    const count = `SELECT count(*) AS number FROM members WHERE handle LIKE 'late ${round} %'`;
    expect(stored(databaseFile, count)).toEqual([{ number: 16 }]);
    site = await serveSite(databaseFile);
  }
});

test("connections that ask nothing do not keep the site from ending", async () => {
  site = await serveSite(databaseFile);
  const port = Number(new URL(site.url).port);
  const silent = readToEnd(await openConnection(port));
  const asked = performance.now();
  expect(await site.stop("SIGTERM")).toBe(0);
  expect(performance.now() - asked).toBeLessThan(2000);
  expect(await silent).toBe("");
});

test("Ctrl-C, which a terminal sends and `npm start` passes on, ends the site as one signal does", async () => {
  site = await serveSite(databaseFile);
  const answer = fetch(`${site.url}/places`).then((page) => page.text());
  await pause(2);
  site.process.kill("SIGINT");
  site.process.kill("SIGINT");
  await pause(1);
  site.process.kill("SIGINT");
  expect(await site.stop("SIGINT")).toBe(0);
  expect(await answer).toContain("Last Orders");
});
