import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHost } from "../../server/host.ts";
import { publicPage, standInBuild } from "../setup/host.ts";
import { openHostOfBuild } from "../setup/host-of-build.ts";
import { sendRaw } from "../setup/raw-request.ts";

const { opening } = openHostOfBuild();

const headerNames = (answer: string) =>
  (answer.split("\r\n\r\n")[0] ?? "")
    .split("\r\n")
    .slice(1)
    .map((line) => line.split(":")[0]?.toLowerCase() ?? "");

async function send(...lines: string[]) {
  const { port } = await opening;
  return sendRaw(port, [...lines, "Connection: close", "", ""].join("\r\n"));
}

test.each([
  [501, ["nonsense"]],
  [400, ["GET /about HTTP/1.1", "Host: a b"]],
  [405, ["CONNECT evil.example:443 HTTP/1.1", "Host: evil.example:443"]],
  [417, ["GET /about HTTP/1.1", "Host: fork.test", "Expect: 200-maybe"]],
  [431, ["GET /about HTTP/1.1", "Host: fork.test", `Cookie: ${"a".repeat(20_000)}`]],
  [501, ["BREW /about HTTP/1.1", "Host: fork.test"]],
])("%i has the security headers that a page of the site has", async (status, lines) => {
  const page = await send("GET /about HTTP/1.1", "Host: fork.test");
  const security = headerNames(page).filter((name) =>
    /^(content-security|cross-origin|permissions|referrer|x-)/.test(name),
  );
  expect(security.length).toBeGreaterThan(6);
  const refused = await send(...lines);
  expect(refused).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(headerNames(refused)).toEqual(expect.arrayContaining(security));
});

test("a body that is announced with Expect is taken", async () => {
  const answer = await send(
    "POST /places/new HTTP/1.1",
    "Host: fork.test",
    "Expect: 100-continue",
    "Content-Type: application/x-www-form-urlencoded",
    "Content-Length: 0",
  );
  expect(answer).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 400 /);
});

let port = 0;
let lines: Record<string, unknown>[] = [];
let now = 0;

beforeAll(async () => {
  const { build } = standInBuild(() => publicPage("soup"), {
    pathToLog: (path) => path.replace("secret", "…"),
  });
  const log = pino(
    { level: "info" },
    new Writable({
      write(line, _encoding, done) {
        lines.push(JSON.parse(String(line)));
        done();
      },
    }),
  );
  const { server } = createHost({
    build,
    clientFolder: "build/client",
    readData: () => undefined,
    cacheBytes: 0,
    readBudget: 0,
    log,
    now: () => now,
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => server.close());
  const address = server.address();
  port = typeof address === "object" && address ? address.port : 0;
});

test("a hundred of them in a minute take twenty lines, and the next minute says how many there were more", async () => {
  lines = [];
  for (let count = 0; count < 100; count += 1) await sendRaw(port, "nonsense\r\n\r\n");
  expect(lines).toHaveLength(20);
  expect(lines[0]).toMatchObject({ msg: "request refused", status: 501 });
  now += 60_000;
  await sendRaw(port, "nonsense\r\n\r\n");
  expect(lines.slice(20)).toMatchObject([
    { msg: "more refused requests", leftOut: 80 },
    { msg: "request refused" },
  ]);
});

test("a request's line in the log has neither its query nor its secrets", async () => {
  lines = [];
  await sendRaw(port, "GET /lists/secret?q=x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  expect(lines).toMatchObject([{ msg: "request", path: "/lists/…", status: 200 }]);
});
