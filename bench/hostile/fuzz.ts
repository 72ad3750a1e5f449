import { Agent, request as ask } from "node:http";
import { Random } from "../random.ts";
import { type Finding, onFreshSite } from "./proven-site.ts";

const WORDS = [
  "places",
  "new",
  "null-pointer-coffee",
  "review",
  "edit",
  "hours",
  "facts",
  "seen",
  "lists",
  "merge",
  "history",
  "1",
  "flag",
  "delete",
  "reviews",
  "members",
  "rubber-duck",
  "account",
  "code",
  "passkeys",
  "leave",
  "sign-in",
  "challenge",
  "moderation",
  "queue",
  "dishes",
  "map",
  "about",
  "compare",
  "surprise",
  "activity",
  "wanted",
  "shared",
  "healthz",
  "welcome",
  "assets",
  "..",
  "%00",
  "%zz",
  "%E2%80%AE",
  "~",
  "",
  "0",
  "-1",
  "99999999999999999999",
  "__proto__",
  "%F0%9F%8D%9C",
  "a".repeat(3000),
];
const NAMES = [
  "q",
  "page",
  "cuisine",
  "diet",
  "from",
  "sort",
  "open",
  "day",
  "time",
  "after",
  "place",
  "with",
  "returnTo",
  "token",
  "name",
  "street",
  "postcode",
  "rating",
  "body",
  "handle",
  "recoveryCode",
  "version",
  "intent",
  "_routes",
  "__proto__",
  "a[999999999]",
  "",
];
const VALUES = [
  "",
  "1",
  "-1",
  "1e99",
  "NaN",
  "soup",
  "51.5,-0.1",
  "91,0",
  "null",
  "undefined",
  "<script>",
  "'; --",
  "%",
  "\ufdfa\ufdfa",
  "\u0000",
  "\ud800",
  "👩‍👩‍👧‍👦",
  "../../etc/passwd",
  "//evil.example",
  "x".repeat(5000),
  "helpful",
  "open",
];
const METHODS = [
  "GET",
  "GET",
  "GET",
  "GET",
  "HEAD",
  "POST",
  "POST",
  "POST",
  "PUT",
  "DELETE",
  "OPTIONS",
  "TRACE",
];
const TYPES = [
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "multipart/form-data",
  "text/plain",
  "application/json",
  "",
];
const HEADERS: Record<string, string[]> = {
  Cookie: [
    "session=x",
    "flash=y; new-code=z",
    "__Host-session=%00",
    "surprises=e30",
    ";;;=",
    "flash=e30.AAAA",
  ],
  Accept: ["*/*", "application/json", "<"],
  "Accept-Encoding": ["br", "gzip;q=0", "*;q=0.1", "zstd"],
  "If-None-Match": ["*", '"x"', "W/"],
  Range: ["bytes=0-1", "bytes=-1"],
  Origin: ["null", "https://evil.example"],
  "X-Forwarded-For": ["192.0.2.1", "<script>", "::1, x"],
  "X-Forwarded-Proto": ["https", "javascript"],
  Authorization: ["Basic x"],
};

type Fuzzed = {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
};

/** Requests that no browser makes, and some that one does; the same for the same seed. */
export function inventRequest(random: Random): Fuzzed {
  const words = Array.from({ length: random.integer(1, 4) }, () => random.pick(WORDS));
  const path = `/${words.join("/")}${random.chance(0.1) ? ".data" : ""}`;
  const pairs = Array.from({ length: random.integer(0, 4) }, () =>
    [random.pick(NAMES), random.pick(VALUES)].map((text) =>
      encodeURIComponent(text.toWellFormed()),
    ),
  );
  const query = pairs.map((pair) => pair.join("=")).join("&");
  const method = random.pick(METHODS);
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(HEADERS)) {
    if (random.chance(0.15)) headers[name] = random.pick(values);
  }
  if (method !== "POST") {
    return { method, path: query ? `${path}?${query}` : path, headers, body: "" };
  }
  const type = random.pick(TYPES);
  if (type !== "") headers["Content-Type"] = type;
  return { method, path, headers, body: random.chance(0.1) ? query.repeat(2000) : query };
}

/** The status, with "!" for a 503 that does not say when to come back. */
export function send(url: string, agent: Agent, { method, path, headers, body }: Fuzzed) {
  return new Promise<string>((resolve) => {
    const sent = ask(new URL(url), { method, path, headers, agent }, (answer) => {
      const isBare = answer.statusCode === 503 && answer.headers["retry-after"] === undefined;
      answer
        .once("error", () => resolve("hung up"))
        .once("end", () => {
          resolve(`${answer.statusCode}${isBare ? "!" : ""}`);
        });
      answer.resume();
    });
    // A body that is too large is refused before all of it is sent.
    sent.once("error", () => resolve("hung up"));
    sent.end(body);
  });
}

export function isFailure(status: string): boolean {
  return status.startsWith("5") && status !== "503";
}

const AT_ONCE = 20;

export function proveFuzz(seeded: string, requests: number): Promise<Finding[]> {
  return onFreshSite(seeded, { READ_BUDGET: "0" }, async ({ url }) => {
    const random = new Random(2026);
    const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
    const counts = new Map<string, number>();
    const failures: string[] = [];
    let left = requests;
    const sendAll = async () => {
      while (left > 0) {
        left -= 1;
        const invented = inventRequest(random);
        const status = await send(url, agent, invented);
        counts.set(status, (counts.get(status) ?? 0) + 1);
        if (isFailure(status)) failures.push(`${status} ${invented.method} ${invented.path}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sendAll));
    agent.destroy();
    const isAlive = (await fetch(`${url}/healthz`)).ok;
    for (const failure of failures.slice(0, 20)) console.error(failure.slice(0, 300));
    return [
      {
        tried: `${requests.toLocaleString("en-GB")} requests that no browser makes`,
        seen: [...counts]
          .sort()
          .map(([status, count]) => `${status}: ${count}`)
          .join(", "),
        must: "no 5xx but 503 with Retry-After",
        isFine: failures.length === 0 && isAlive,
      },
    ];
  });
}
