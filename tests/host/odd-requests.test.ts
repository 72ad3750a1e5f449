import { describe, expect, test } from "vitest";
import { openHostOfBuild } from "../setup/host-of-build.ts";
import { sendRaw } from "../setup/raw-request.ts";

const { opening } = openHostOfBuild();

/** Sends a request line and headers, and returns the status, the headers and the body of what comes back. */
async function send(line: string, ...headers: string[]) {
  const { port } = await opening;
  const answer = await sendRaw(port, [line, ...headers, "Connection: close", "", ""].join("\r\n"));
  const [head = "", ...rest] = answer.split("\r\n\r\n");
  return { status: Number(head.split(" ")[1]), head, body: rest.join("\r\n\r\n") };
}

describe("a Host header that names no host", () => {
  test.each([
    "",
    " ",
    "a b",
    "evil.example/path",
    "user@evil.example",
    "evil.example?x",
    "a..b",
    "[::1",
    "x:port",
    "x:123456",
    "<script>",
    "evil.example\\x",
    "a,b",
    "évil",
    "%65vil.example",
    "127.0.0.999",
  ])("%j is answered with a page that says so", async (host) => {
    const { status, head, body } = await send("GET /about HTTP/1.1", `Host: ${host}`);
    expect([status, body]).toEqual([400, expect.stringContaining("<h1>Bad Request</h1>")]);
    expect(head).toContain("Content-Security-Policy: default-src 'none'");
  });

  test("nor two, nor none", async () => {
    expect((await send("GET /about HTTP/1.1")).status).toBe(400);
    expect((await send("GET /about HTTP/1.1", "Host: a.example", "Host: b.example")).status).toBe(
      400,
    );
  });

  test("but any name, address and port will do", async () => {
    for (const host of [
      "fork.test",
      "localhost:3000",
      "127.0.0.1",
      "[::1]:80",
      "a_b.example",
      "xn--caf-dma.example",
    ]) {
      expect((await send("GET /about HTTP/1.1", `Host: ${host}`)).status, host).toBe(200);
    }
    expect((await send("GET /about HTTP/1.0")).status).toBe(200);
  });
});

describe("a method", () => {
  test.each(["TRACE", "PUT", "DELETE", "PATCH", "PROPFIND", "QUERY", "M-SEARCH"])(
    "%s is refused on a page of the site",
    async (method) => {
      const { status, head, body } = await send(`${method} /places HTTP/1.1`, "Host: fork.test");
      expect(status).toBe(405);
      expect(head.toLowerCase()).toContain("allow: get, head, post, options");
      expect(body).toContain("That is not something this site does");
      expect(body).not.toContain("TRACE /places");
    },
  );

  test.each(["BREW", "get", "FOO"])("%s is none", async (method) => {
    const { status, body } = await send(`${method} /places HTTP/1.1`, "Host: fork.test");
    expect([status, body]).toEqual([501, expect.stringContaining("<h1>Not Implemented</h1>")]);
  });

  test("CONNECT makes no tunnel", async () => {
    const { head } = await send("CONNECT evil.example:443 HTTP/1.1", "Host: evil.example:443");
    expect(head).not.toMatch(/^HTTP\/1.1 2/);
  });

  test("OPTIONS says what there is, of the site as a whole too", async () => {
    for (const target of ["/places", "*"]) {
      const { status, head } = await send(`OPTIONS ${target} HTTP/1.1`, "Host: fork.test");
      expect([status, head.toLowerCase()]).toEqual([
        204,
        expect.stringContaining("allow: get, head, post, options"),
      ]);
    }
  });
});

describe("an address", () => {
  test.each([
    "/places/%E0%A4%A",
    "/places/%zz",
    "/%",
    "/%00",
    "/places/%00",
    "/%E2%80%AE",
    "/places/a%2Fb",
    "/..%2f.env",
    "//evil.example/places",
    "/\\evil.example",
    "/a//b",
    "/assets/",
    "/assets/%2e%2e/server/index.js",
    "/assets/../../package.json",
    "/.vite/manifest.json",
    "/index.html",
    "/:",
    "/places/;x",
    "/places/_",
    "/places/nowhere?page=%zz",
  ])("%s is answered with the page for addresses where there is nothing", async (path) => {
    const { status, head, body } = await send(`GET ${path} HTTP/1.1`, "Host: fork.test");
    expect([status, body]).toEqual([
      404,
      expect.stringContaining("There is nothing at this address"),
    ]);
    expect(head.toLowerCase()).not.toContain("location:");
  });

  test("with its host in it, as proxies' clients send it, is that host's", async () => {
    const { status, body } = await send(
      "GET http://other.test/places.txt HTTP/1.1",
      "Host: fork.test",
    );
    expect([status, body]).toEqual([200, expect.stringContaining("http://other.test/places")]);
    expect((await send("GET http://other.test HTTP/1.1", "Host: fork.test")).status).toBe(200);
    expect((await send("GET http://us:er@other.test/ HTTP/1.1", "Host: fork.test")).status).toBe(
      400,
    );
  });

  test.each(["*", "places", "mailto:a@b", "ftp://fork.test/"])("%s is none", async (target) => {
    expect((await send(`GET ${target} HTTP/1.1`, "Host: fork.test")).status).toBe(400);
  });

  test("of ten thousand characters is read, and one that is longer than can be is refused", async () => {
    expect(
      (await send(`GET /places?q=${"a".repeat(10_000)} HTTP/1.1`, "Host: fork.test")).status,
    ).toBe(200);
    const { status, body } = await send(
      `GET /places?q=${"a".repeat(20_000)} HTTP/1.1`,
      "Host: fork.test",
    );
    expect([status, body]).toEqual([431, expect.stringContaining("headers are too long")]);
  });
});

test.each(["nonsense\r\n", "GET / HTTP/9.9", "\u0016\u0003\u0001", "GET /\u0000 HTTP/1.1"])(
  "%j is no HTTP",
  async (line) => {
    expect((await send(line, "Host: fork.test")).head).toMatch(/^HTTP\/1.1 (400|501|505) /);
  },
);

test("two lengths of one body, or a length and chunks, are refused", async () => {
  for (const headers of [
    ["Content-Length: 5", "Content-Length: 6"],
    ["Content-Length: 5", "Transfer-Encoding: chunked"],
  ]) {
    expect((await send("POST /places/new HTTP/1.1", "Host: fork.test", ...headers)).status).toBe(
      400,
    );
  }
});
