import { beforeEach, describe, expect, test, vi } from "vitest";
import { openHost, publicPage, standInBuild } from "../setup/host.ts";

const LONG = "soup ".repeat(1000);
let data = 1;
let respond: (request: Request) => Response | Promise<Response> = () => publicPage(LONG);
const { build, asked } = standInBuild((request) => respond(request));
const host = openHost({ build, readData: () => String(data) });
const ask: Awaited<typeof host>["ask"] = async (...question) => (await host).ask(...question);

beforeEach(() => {
  data += 1;
  asked.length = 0;
  respond = () => publicPage(LONG);
});

test("a page is made once, however it is asked for, and again when the data have changed", async () => {
  for (const method of ["HEAD", "GET", "GET"]) {
    expect((await ask("/", { method })).status).toBe(200);
  }
  await ask("/", { headers: { "Accept-Encoding": "br" } });
  await ask("/", { headers: { "Accept-Encoding": "gzip" } });
  expect(asked).toHaveLength(1);
  data += 1;
  await ask("/");
  expect(asked).toHaveLength(2);
});

test("HEAD of a page that is not there yet is answered as GET is, and makes it", async () => {
  const head = await ask("/", { method: "HEAD", headers: { "Accept-Encoding": "gzip" } });
  const get = await ask("/", { headers: { "Accept-Encoding": "gzip" } });
  expect(asked.map(({ method }) => method)).toEqual(["GET"]);
  const { date: _, connection: __, ...headers } = get.headers;
  expect(head.headers).toMatchObject(headers);
  expect([head.body.byteLength, get.body.byteLength]).toEqual([
    0,
    Number(get.headers["content-length"]),
  ]);
});

test("those who ask at once wait for one page", async () => {
  const gate = Promise.withResolvers<void>();
  respond = async () => {
    await gate.promise;
    return publicPage(LONG);
  };
  const answers = Promise.all(Array.from({ length: 20 }, () => ask("/")));
  await expect.poll(() => asked.length).toBe(1);
  gate.resolve();
  expect((await answers).map(({ text }) => text)).toEqual(Array(20).fill(LONG));
  expect(asked).toHaveLength(1);
});

test("a page is not kept when something changed while it was made, and nobody who came after the change gets it", async () => {
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  respond = async () => {
    const before = data;
    await gates[asked.length - 1]?.promise;
    return publicPage(`data ${before}`);
  };
  const before = ask("/");
  await expect.poll(() => asked.length).toBe(1);
  const old = data;
  data += 1;
  const after = ask("/");
  await expect.poll(() => asked.length).toBe(2);
  for (const gate of gates) gate.resolve();
  expect((await before).text).toBe(`data ${old}`);
  expect((await after).text).toBe(`data ${data}`);
  expect((await ask("/")).text).toBe(`data ${data}`);
});

describe("what is kept", () => {
  test.each([
    [200, true],
    [301, true],
    [404, true],
    [302, false],
    [303, false],
    [410, false],
    [429, false],
    [500, false],
    [503, false],
  ])("status %i: %s", async (status, isKept) => {
    const location: Record<string, string> =
      status > 300 && status < 304 ? { Location: "/elsewhere" } : {};
    respond = () => publicPage(LONG, { status, headers: location });
    for (let count = 0; count < 3; count += 1) {
      const answer = await ask("/");
      expect([answer.status, answer.headers.location]).toEqual([status, location.Location]);
    }
    expect(asked.length === 1).toBe(isKept);
  });

  test.each<Record<string, string>>([
    { "Set-Cookie": "session=secret" },
    { "Cache-Control": "private, no-cache" },
    { "Cache-Control": "no-store" },
    { "Cache-Control": "publicity" },
  ])(
    "never an answer with %j, which each visitor gets from a question of their own",
    async (headers) => {
      respond = (request) => publicPage(`for ${request.headers.get("Cookie")}`, { headers });
      expect((await ask("/", { headers: { Cookie: "session=a" } })).text).toBe("for session=a");
      expect((await ask("/", { headers: { Cookie: "session=b" } })).text).toBe("for session=b");
      expect((await ask("/")).text).toBe("for null");
    },
  );

  test("an address that is not a public page's is always asked for with everything that the visitor sent", async () => {
    const { build, asked } = standInBuild(() => publicPage(LONG));
    const other = await openHost({ build: { ...build, publicAddress: () => undefined } });
    for (let count = 0; count < 2; count += 1) {
      await other.ask("/form", { headers: { Cookie: "session=a" } });
    }
    expect(asked.map(({ headers }) => headers.get("Cookie"))).toEqual(["session=a", "session=a"]);
  });

  test("nothing, where no memory may be used for it or the data cannot be watched", async () => {
    for (const options of [{ cacheBytes: 0 }, { readData: () => undefined }]) {
      const { build, asked } = standInBuild(() => publicPage(LONG));
      const other = await openHost({ build, ...options });
      for (let count = 0; count < 2; count += 1) expect((await other.ask("/")).text).toBe(LONG);
      expect(asked).toHaveLength(2);
    }
  });
});

describe("who gets it", () => {
  test("visitors with a cookie too, but no cache on the way may keep theirs", async () => {
    const stranger = await ask("/");
    const member = await ask("/", { headers: { Cookie: "session=secret; theme=dark" } });
    expect(asked).toHaveLength(1);
    expect(member.text).toBe(stranger.text);
    expect(stranger.headers["cache-control"]).toBe("public, max-age=0, s-maxage=60");
    expect(member.headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
    for (const { headers } of [stranger, member]) {
      expect(headers.vary).toBe("Cookie, Accept-Encoding");
    }
  });

  test.each<Record<string, string>>([
    { Cookie: "flash=message" },
    { Cookie: "session=a; flash=message" },
    { Cookie: "new-code=sealed" },
    { Cookie: "session=a; new-code=sealed" },
    { Authorization: "Basic YTpi" },
  ])("not who sends %j", async (headers) => {
    await ask("/");
    await ask("/", { headers });
    await ask("/", { headers });
    expect(asked).toHaveLength(3);
    for (const [name, value] of Object.entries(headers)) {
      expect(asked[2]?.headers.get(name)).toBe(value);
    }
  });

  test.each(["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"])(
    "not who sends %s",
    async (method) => {
      await ask("/");
      await ask("/", { method });
      expect(asked.map((request) => request.method)).toEqual(["GET", method]);
    },
  );
});

test("a page says how old it is, so that caches on the way keep it no longer than they may", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  expect((await ask("/")).headers.age).toBeUndefined();
  vi.setSystemTime(Date.now() + 7500);
  expect((await ask("/")).headers.age).toBe("7");
  vi.useRealTimers();
});

test("a file whose address says what it shows is kept by browsers for good, whoever asks", async () => {
  respond = () =>
    new Response(LONG, { headers: { "Cache-Control": "public, max-age=31536000, immutable" } });
  for (const cookie of ["", "session=known"]) {
    const { headers } = await ask("/map-file", { headers: cookie ? { Cookie: cookie } : {} });
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(headers.vary).toBe("Accept-Encoding");
  }
});
