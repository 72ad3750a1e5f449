import { beforeAll, describe, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { expectGivenBack, typedValues } from "../setup/given-back.ts";
import { openSite } from "../setup/site.ts";
import { countRows } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite({ JOIN_CODE: "mind the gap", NEW_MEMBERS_PER_HOUR: "1" });
const newVisitor = (address: string) =>
  new TestVisitor((request) => site.fetch(request, { address }));
const REVIEW = "/places/members-mess/review";
const WRONG = "This is not the joining code. Ask somebody who posts here for it";

beforeAll(async () => {
  const fields = placeFields({ name: "Members Mess", handle: "first", joinCode: " mind the gap " });
  expect((await newVisitor("192.0.2.1").fillIn("/places/new", fields)).status).toBe(303);
});

test("newcomers who know the code join, as many as come, and are asked only once", async () => {
  const visitor = newVisitor("192.0.2.1");
  expect((await visitor.get(REVIEW)).document.querySelector("input[name=joinCode]")).not.toBeNull();
  const fields = reviewFields({ handle: "second", joinCode: "mind the gap" });
  expect((await visitor.fillIn(REVIEW, fields)).status).toBe(303);
  expect((await visitor.get(REVIEW)).document.querySelector("input[name=joinCode]")).toBeNull();
  expect((await visitor.fillIn(REVIEW, reviewFields({ body: "Changed." }))).status).toBe(303);
});

describe("visitors who do not know it read, and do not post", () => {
  test.each([
    [{}, "Enter the joining code. Somebody who posts here can tell you"],
    [{ joinCode: "  " }, "Enter the joining code. Somebody who posts here can tell you"],
    [{ joinCode: "MIND THE GAP" }, WRONG],
    [
      { joinCode: "x".repeat(10_000) },
      "Enter the joining code. Somebody who posts here can tell you",
    ],
    [
      { joinCode: ["mind the gap", "mind the gap"] },
      "Enter the joining code. Somebody who posts here can tell you",
    ],
  ])("with %j", async (code, problem) => {
    const before = countRows(site.databaseFile);
    const visitor = newVisitor("192.0.2.2");
    const page = await visitor.fillIn(REVIEW, {
      ...reviewFields({ handle: "outsider", body: "Kept." }),
      ...code,
    });
    expectGivenBack(page, 403, problem);
    expect(typedValues(page)).toMatchObject({ handle: "outsider", body: "Kept.", rating: "4" });
    expect(countRows(site.databaseFile)).toEqual(before);
    expect(visitor.cookies.has("session")).toBe(false);
    expect((await visitor.get("/places/members-mess")).status).toBe(200);
  });

  test("after ten wrong codes from an address only those are told to wait, and the right one is taken", async () => {
    const [guesser, newcomer] = [newVisitor("192.0.2.3"), newVisitor("192.0.2.3")];
    const fields = (joinCode: string) => reviewFields({ handle: "guesser", joinCode });
    for (let guess = 1; guess <= 10; guess += 1) {
      expect((await guesser.fillIn(REVIEW, fields(`guess ${guess}`))).status).toBe(403);
    }
    const page = await guesser.fillIn(REVIEW, fields("guess 11"));
    expect(page.status).toBe(429);
    expect(Number(page.headers.get("Retry-After"))).toBeGreaterThan(3500);
    expect(page.document.querySelector(".error-summary li")?.text).toBe(
      "That is not the joining code either, and there were many tries from here. Ask somebody who posts here for it, or try again in 60 minutes",
    );
    const right = reviewFields({ handle: "lucky", joinCode: "mind the gap" });
    expect((await newcomer.fillIn(REVIEW, right)).status).toBe(303);
  });
});

test("the page about the site says that there is a code, and not which", async () => {
  const page = await newVisitor("192.0.2.5").get("/about");
  expect(page.document.querySelector("main")?.text).toContain("joining code");
  expect(page.html).not.toContain("mind the gap");
});
