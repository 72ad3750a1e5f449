import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { openSite } from "../setup/site.ts";
import { countRows } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite({
  FIRST_POST_SECONDS: "3",
  NEW_MEMBERS_PER_HOUR: "2",
  POSTS_PER_HOUR: "5",
  TRUST_PROXY: "fly",
});
const REVIEW = "/places/queue-cafe/review";
const MINUTE = 60_000;

const visitorAt = (address: string) =>
  new TestVisitor((request) => site.fetch(request, { address }));
const pass = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

let people = 0;

/** A newcomer at this address opens the form, takes their time, and sends it. */
async function join(address: string, fields: Record<string, string> = {}) {
  const visitor = visitorAt(address);
  const token = await visitor.openForm(REVIEW);
  pass(10_000);
  people += 1;
  const page = await visitor.post(REVIEW, {
    ...reviewFields({ handle: `person ${people}`, ...fields }),
    token,
  });
  return { visitor, page };
}

beforeAll(async () => {
  // Only Date, so that timers still run.
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-25T12:00:00Z") });
  const visitor = visitorAt("198.51.100.1");
  const token = await visitor.openForm("/places/new");
  pass(10_000);
  const posted = await visitor.post("/places/new", {
    ...placeFields({ name: "Queue Cafe", handle: "first" }),
    token,
  });
  expect(posted.status).toBe(303);
});

afterAll(() => {
  vi.useRealTimers();
});

describe("a first post", () => {
  test("is not taken quicker than anybody types, and is when it is sent again", async () => {
    const visitor = visitorAt("198.51.100.2");
    const before = countRows(site.databaseFile);
    const page = await visitor.fillIn(REVIEW, reviewFields({ handle: "quick", body: "Typed." }));
    expectGivenBack(
      page,
      429,
      "That was quicker than anybody types. What you wrote is still here: press the button again in 3 seconds",
    );
    expect(page.headers.get("Retry-After")).toBe("3");
    expect(typedValues(page)).toMatchObject({ handle: "quick", body: "Typed." });
    expect(countRows(site.databaseFile)).toEqual(before);
    pass(3000);
    const token = page.document.querySelector("input[name=token]")?.getAttribute("value") ?? "";
    expect((await visitor.post(REVIEW, { ...typedValues(page), token })).status).toBe(303);
  });

  test("from a program that fills in everything is not taken; the field is then there to be seen", async () => {
    const before = countRows(site.databaseFile);
    const hidden = (await visitorAt("198.51.100.3").get(REVIEW)).document.querySelector(
      "input[name=homepage]",
    );
    expect(hidden?.closest(".visually-hidden")?.querySelector("label")?.text.trim()).toBe(
      "Leave this empty",
    );
    expect(hidden?.getAttribute("autocomplete")).toBe("off");
    const { page } = await join("198.51.100.3", { homepage: "https://spam.example" });
    expectGivenBack(
      page,
      400,
      "Leave this empty: it is there to catch programs that fill in everything",
    );
    expect(
      page.document.querySelector("input[name=homepage]")?.closest(".visually-hidden"),
    ).toBeNull();
    expect(countRows(site.databaseFile)).toEqual(before);
  });

  test("has no web addresses in it; later ones have two at most", async () => {
    const { page } = await join("198.51.100.4", { body: "Buy at https://spam.example now" });
    expectGivenBack(
      page,
      400,
      "Leave web addresses out of your first post: later ones may have two",
    );
    const { visitor } = await join("198.51.100.4");
    const two = "The menu is at https://a.example and www.b.example.";
    expect((await visitor.fillIn(REVIEW, reviewFields({ body: two }))).status).toBe(303);
    const three = await visitor.fillIn(REVIEW, reviewFields({ body: `${two} https://c.example` }));
    expectGivenBack(three, 400, "Leave out all but two web addresses");
  });

  test("comes from one address only so often in an hour, and in a day", async () => {
    const address = "198.51.100.5";
    for (let hour = 0; hour < 3; hour += 1) {
      for (const _ of [1, 2]) expect((await join(address)).page.status).toBe(303);
      if (hour < 2) {
        const before = countRows(site.databaseFile);
        const { page } = await join(address, { body: "One too many." });
        expect(page.status).toBe(429);
        expect(page.document.querySelector(".error-summary li")?.text).toMatch(
          /press the button again in 60 minutes$/,
        );
        expect(Number(page.headers.get("Retry-After"))).toBeGreaterThan(3500);
        expect(typedValues(page)).toMatchObject({ body: "One too many." });
        expect(countRows(site.databaseFile)).toEqual(before);
      }
      pass(61 * MINUTE);
    }
    const { page } = await join(address);
    expect(page.document.querySelector(".error-summary li")?.text).toMatch(
      /press the button again in 21 hours$/,
    );
    pass(25 * 60 * MINUTE);
    expect((await join(address)).page.status).toBe(303);
  });

  test("comes from all addresses together only so often in an hour", async () => {
    pass(61 * MINUTE);
    const statuses: number[] = [];
    for (let number = 1; number <= 11; number += 1) {
      statuses.push((await join(`203.0.113.${number}`)).page.status);
    }
    expect(statuses).toEqual([...Array(10).fill(303), 429]);
    pass(61 * MINUTE);
    expect((await join("203.0.113.11")).page.status).toBe(303);
  });

  test("is the address’s that the proxy tells, and not one that the visitor makes up", async () => {
    pass(61 * MINUTE);
    const behindProxy = async (address: string, forwarded: string) => {
      const visitor = new TestVisitor((request) => {
        request.headers.set("Fly-Client-IP", address);
        request.headers.set("X-Forwarded-For", forwarded);
        return site.fetch(request, { address: "172.16.0.1" });
      });
      const token = await visitor.openForm(REVIEW);
      pass(10_000);
      people += 1;
      return (
        await visitor.post(REVIEW, { ...reviewFields({ handle: `person ${people}` }), token })
      ).status;
    };
    expect(await behindProxy("203.0.113.50", "1.1.1.1")).toBe(303);
    expect(await behindProxy("203.0.113.50", "2.2.2.2")).toBe(303);
    expect(await behindProxy("203.0.113.50", "3.3.3.3")).toBe(429);
    expect(await behindProxy("203.0.113.51", "1.1.1.1")).toBe(303);
  });
});

test("a member posts only so often in an hour, and is told when to go on, with what they typed", async () => {
  pass(25 * 60 * MINUTE);
  const { visitor } = await join("198.51.100.9");
  for (let post = 1; post <= 5; post += 1) {
    expect((await visitor.fillIn(REVIEW, reviewFields({ body: `Mind ${post}.` }))).status).toBe(
      303,
    );
  }
  const before = countRows(site.databaseFile);
  const page = await visitor.fillIn(REVIEW, reviewFields({ body: "Mind 6." }));
  expectGivenBack(
    page,
    429,
    "That is a lot of posts at once. What you wrote is still here: press the button again in 60 minutes",
  );
  expect(typedValues(page)).toMatchObject({ body: "Mind 6." });
  expect(countRows(site.databaseFile)).toEqual(before);
  pass(61 * MINUTE);
  expect((await visitor.fillIn(REVIEW, reviewFields({ body: "Mind 6." }))).status).toBe(303);
});
