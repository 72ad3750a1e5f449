import { once } from "node:events";
import { readdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { openHost, publicPage, standInBuild } from "../setup/host.ts";
import { openConnection, readToEnd } from "../setup/raw-request.ts";

const LARGE = "x".repeat(20_000_000);
const REQUEST = "GET / HTTP/1.1\r\nHost: fork.test\r\n\r\n";

test("a visitor who hangs up while a page is made leaves it to those who wait, and it is made once", async () => {
  const gate = Promise.withResolvers<void>();
  const { build, asked } = standInBuild(async (request) => {
    await gate.promise;
    return publicPage(String(request.signal.aborted));
  });
  const { ask, port } = await openHost({ build });
  const first = await openConnection(port);
  first.write(REQUEST);
  await expect.poll(() => asked.length).toBe(1);
  const waiting = ask("/", { headers: { Host: "fork.test" } });
  first.destroy();
  await pause(20);
  gate.resolve();
  expect((await waiting).text).toBe("false");
  expect((await ask("/", { headers: { Host: "fork.test" } })).text).toBe("false");
  expect(asked).toHaveLength(1);
});

test("a page that fails fails for those who wait, and is tried again for the next", async () => {
  let fails = true;
  const { build, asked } = standInBuild(() => {
    if (fails) throw new Error("No soup.");
    return publicPage("soup");
  });
  const { ask } = await openHost({ build });
  const answer = await ask("/");
  expect([answer.status, answer.text]).toEqual([
    500,
    expect.stringContaining("Something went wrong"),
  ]);
  expect(answer.text).not.toContain("soup");
  expect(answer.headers["cache-control"]).toBe("no-store");
  fails = false;
  expect((await ask("/")).text).toBe("soup");
  expect(asked).toHaveLength(2);
});

test("a visitor who reads slowly holds up nobody", async () => {
  const { build } = standInBuild((request) =>
    publicPage(request.url.endsWith("/large") ? LARGE : "small"),
  );
  const { ask, port, server } = await openHost({ build, cacheBytes: 100_000_000 });
  const slow = await Promise.all(Array.from({ length: 10 }, () => openConnection(port)));
  for (const socket of slow) {
    socket.pause();
    socket.write("GET /large HTTP/1.1\r\nHost: fork.test\r\n\r\n");
  }
  for (let count = 0; count < 20; count += 1) expect((await ask("/")).text).toBe("small");
  for (const socket of slow) socket.destroy();
  await expect
    .poll(() => new Promise((resolve) => server.getConnections((_, count) => resolve(count))))
    .toBe(0);
});

test("a visitor who does not finish a request is hung up on in time", async () => {
  const { build } = standInBuild(() => publicPage("small"));
  const { server } = await openHost({ build });
  expect(server.headersTimeout).toBeLessThanOrEqual(10_000);
  expect(server.requestTimeout).toBeLessThanOrEqual(60_000);
  expect(server.timeout).toBeGreaterThan(server.requestTimeout);
  expect(server.keepAliveTimeout).toBeGreaterThan(60_000);
  const other = await openHost({ build });
  Object.assign(other.server, { headersTimeout: 50, requestTimeout: 50 });
  const socket = await openConnection(other.port);
  socket.write("GET / HTTP/1.1\r\nHost: fork");
  expect(await readToEnd(socket)).toMatch(/^HTTP\/1.1 408 [\s\S]*took too long/);
});

test("files of the build are closed when the visitor hangs up", async () => {
  const { build } = standInBuild(() => publicPage("small"));
  const { port } = await openHost({ build });
  const openFiles = () => readdirSync("/proc/self/fd").length;
  const before = openFiles();
  for (let count = 0; count < 50; count += 1) {
    const socket = await openConnection(port);
    socket.pause();
    socket.write(`GET ${FONT} HTTP/1.1\r\nHost: fork.test\r\n\r\n`.repeat(5));
    if (count % 2 === 0) await once(socket, "readable");
    socket.destroy();
  }
  await expect.poll(() => openFiles() - before).toBeLessThan(10);
});

const FONT = `/assets/${readdirSync("build/client/assets").find((name) => /^entry\.client-.*\.js$/.test(name))}`;
