import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listen } from "../../server/listen.ts";
import { operatorPages } from "../../server/operator-pages.ts";
import { findFreePort } from "../setup/free-port.ts";
import { sendRaw } from "../setup/raw-request.ts";

const answer = operatorPages({
  token: "a token of sixteen characters",
  readStatus: () => Promise.reject(new Error("The database cannot be read.")),
});
const server = createServer((request, response) => {
  if (!answer(request, response)) response.end("for others");
});
let port = 0;

beforeAll(async () => {
  port = await findFreePort();
  await listen(server, port, "127.0.0.1");
});

afterAll(() => {
  server.close();
});

const ask = (path: string) =>
  sendRaw(port, `GET ${path} HTTP/1.1\r\nHost: fork.test\r\nConnection: close\r\n\r\n`);

test.each([
  "//%zz//99999999999999999999",
  "//",
  "http://[",
  "http://%zz/",
  "///healthz?verbose",
  "/%",
])("the address %s is left to the site", async (path) => {
  expect(await ask(path)).toContain("for others");
});

test.each(["/metrics", "/healthz?verbose", "/healthz?verbose=1&x=%zz"])(
  "%s asks for the token",
  async (path) => {
    expect(await ask(path)).toMatch(/^HTTP\/1\.1 401 /);
  },
);
