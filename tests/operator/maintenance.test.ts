import { once } from "node:events";
import { afterAll, expect, test } from "vitest";
import { createMaintenance } from "../../server/maintenance.ts";

const REASON = "The disk is too full: 1 MB < 9 MB.";
const server = createMaintenance(REASON, "Fork & Filter").listen(0, "127.0.0.1");
await once(server, "listening");
const address = server.address();
const url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;

afterAll(() => server.close());

test.each(["GET", "HEAD", "POST"])(
  "%s is answered calmly, and told to come back",
  async (method) => {
    const answer = await fetch(`${url}/places`, { method });
    expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "120"]);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    const page = await answer.text();
    if (method === "HEAD") return expect(page).toBe("");
    expect(page).toContain("Fork &#38; Filter will be back soon");
    expect(page).toContain("1 MB &#60; 9 MB");
  },
);

test("health says what is missing", async () => {
  const answer = await fetch(`${url}/healthz`);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ status: "down", reason: REASON });
});
