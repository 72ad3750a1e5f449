import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, expect, inject, test } from "vitest";
import { z } from "zod";
import { placeFields } from "../setup/form-fields.ts";
import { openConnection, readToEnd } from "../setup/raw-request.ts";
import { type ServedSite, serveSite } from "../setup/served-site.ts";
import { newVisitorOf } from "../setup/served-visitor.ts";

const folder = mkdtempSync(join(tmpdir(), "fork-and-filter-"));
const databaseFile = join(folder, "test.sqlite");
copyFileSync(inject("migratedDatabase"), databaseFile);
const running: ServedSite[] = [];

afterEach(async () => {
  for (const site of running.splice(0)) await site.stop("SIGKILL");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function serve(options: Parameters<typeof serveSite>[1] = {}): Promise<ServedSite> {
  const site = await serveSite(databaseFile, options);
  running.push(site);
  return site;
}

const portOf = (site: ServedSite) => Number(new URL(site.url).port);

test("the build stays what unmodified react-router-serve can serve", async () => {
  const site = await serve({ host: "node_modules/@react-router/serve/bin.cjs" });
  const visitor = newVisitorOf(site.url);
  const posted = await visitor.fillIn("/places/new", placeFields({ name: "Served Soup" }));
  expect([posted.status, posted.location]).toEqual([303, "/places/served-soup"]);
  const page = await visitor.get("/places/served-soup");
  expect(page.document.querySelector(".flash")?.text).toContain("posted");
  expect((await newVisitorOf(site.url).get("/places")).html).toContain("Served Soup");
  const script = page.document.querySelector("link[rel=modulepreload]")?.getAttribute("href") ?? "";
  expect((await visitor.get(script)).headers.get("Content-Type")).toMatch(/javascript/);
  expect((await visitor.get("/favicon.svg")).status).toBe(200);
  expect(await site.stop()).toBe(0);
});

test("a request that is under way when the site is told to stop is answered, and idle connections are closed", async () => {
  const site = await serve();
  const idle = await openConnection(portOf(site));
  idle.write("GET /about HTTP/1.1\r\nHost: fork.test\r\n\r\n");
  const idleEnd = readToEnd(idle);
  await once(idle, "data");
  const busy = await openConnection(portOf(site));
  busy.write(
    "POST /places/new HTTP/1.1\r\nHost: fork.test\r\nContent-Length: 7\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n",
  );
  const answer = readToEnd(busy);
  // A later answer proves that the site has read the request's first line.
  await newVisitorOf(site.url).get("/about");
  const stopped = site.stop("SIGTERM");
  expect(await idleEnd).toMatch(/^HTTP\/1.1 200/);
  busy.write("name=ab");
  expect(await answer).toMatch(/^HTTP\/1.1 400[\s\S]*There is a problem/);
  expect(await stopped).toBe(0);
});

test("a visitor who keeps a request open does not keep the site from ending", async () => {
  const site = await serve();
  const busy = await openConnection(portOf(site));
  busy.on("error", () => {});
  busy.write(
    "POST /places/new HTTP/1.1\r\nHost: fork.test\r\nContent-Length: 7\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n",
  );
  await newVisitorOf(site.url).get("/about");
  const asked = performance.now();
  expect(await site.stop("SIGINT")).toBe(0);
  expect(performance.now() - asked).toBeLessThan(6000);
});

const lineSchema = z.object({
  method: z.string(),
  path: z.string(),
  status: z.number(),
  milliseconds: z.number(),
});

test("requests are logged when that is asked for, without what visitors typed or where they are", async () => {
  const site = await serve({ settings: { LOG_LEVEL: "info" } });
  await newVisitorOf(site.url).get("/places?from=51.5,-0.1&q=secret");
  expect(lineSchema.parse(JSON.parse(await site.logged('"/places"')))).toMatchObject({
    method: "GET",
    path: "/places",
    status: 200,
  });
  expect(site.output()).not.toMatch(/secret|51\.5/);
});

test("requests are not logged otherwise", async () => {
  const site = await serve();
  await newVisitorOf(site.url).get("/places");
  expect(site.output().trim().split("\n")).toHaveLength(1);
});

test("a port that is in use is said in a sentence", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const environment = {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: `file:${databaseFile}`,
    HOST: "127.0.0.1",
    PORT: String(port),
  };
  const site = spawn(process.execPath, ["server/main.ts"], {
    env: environment,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [errors] = await Promise.all([text(site.stderr), once(site, "exit")]);
  expect(errors).toBe(
    `Port ${port} is in use. Choose another, such as PORT=${port + 1} npm start.\n`,
  );
  expect(site.exitCode).toBe(1);
  other.close();
});
