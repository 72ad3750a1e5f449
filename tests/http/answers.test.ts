import { beforeAll, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { newVisitorOf } from "../setup/members.ts";
import { openSite } from "../setup/site.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const PLACE = "/places/answering-oven";
const [nell, other] = [newVisitorOf(site), newVisitorOf(site)];
const HANDLE = "o<b>ther";

const answersOf = async (visitor: TestVisitor) =>
  JSON.parse((await visitor.get("/account/marks")).html).answers;

beforeAll(async () => {
  await nell.fillIn("/places/new", placeFields({ name: "Answering Oven", handle: "nell" }));
  await other.fillIn(`${PLACE}/review`, reviewFields({ handle: HANDLE, rating: "2" }));
});

test("a member reads what others did, and nobody else does", async () => {
  const { document, headers } = await nell.get("/account/answers");
  expect(document.querySelector("h1")?.text).toBe("1 new answer to what you posted");
  const words = document.querySelector(".answers li")?.text ?? "";
  expect(words).toContain(
    `New: ${HANDLE} reviewed Answering Oven, which you recommended: 2 out of 5`,
  );
  expect(document.querySelector(".answers b")).toBeNull();
  expect(headers.get("Cache-Control")).toMatch(/private|no-store/);
  expect((await other.get("/account/answers")).document.querySelector("h1")?.text).toBe(
    "No new answers to what you posted",
  );
  const stranger = await new TestVisitor(site.fetch).get("/account/answers");
  expect(stranger.status).toBe(303);
});

test("the header's count and the account follow, until they are seen", async () => {
  expect(await answersOf(nell)).toBe(1);
  expect(await answersOf(other)).toBeUndefined();
  expect((await nell.get("/account")).document.querySelector("#data + ul")?.text).toContain(
    "1 new answer to what you posted",
  );
  const { document } = await nell.get("/account/answers");
  const shownUntil = document.querySelector("input[name=shownUntil]")?.getAttribute("value") ?? "";
  expect((await nell.post("/account/answers", { shownUntil })).status).toBe(303);
  expect(await answersOf(nell)).toBeUndefined();
  const seen = await nell.get("/account/answers");
  expect(seen.document.querySelector("h1")?.text).toBe("No new answers to what you posted");
  expect(seen.document.querySelector(".answers li")?.text).not.toContain("New:");
});

test.each(["", "yesterday", "x".repeat(10_000), "2026-13-45T99:99:99Z"])(
  "what no page sent is refused and changes nothing: %.30j",
  async (shownUntil) => {
    const { status } = await nell.post("/account/answers", { shownUntil });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  },
);
