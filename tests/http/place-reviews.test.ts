import { beforeAll, expect, test } from "vitest";
import { write } from "#app/db/database.server.ts";
import { addMember, addPlace } from "../setup/rows.ts";
import { openSite } from "../setup/site.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const PLACE = "/places/many-words";
const REVIEWS = 24;

beforeAll(async () => {
  const placeId = await addPlace("Many Words");
  const small = await addPlace("Few Words", { street: "2 Closure Street" });
  for (let number = 1; number <= REVIEWS; number += 1) {
    const memberId = await addMember(`writer ${number}`);
    const at = new Date(Date.UTC(2026, 0, number, 12));
    const body = `${number % 3 === 0 ? "A queue" : "No waiting"}, said number ${number}. Nothing else.`;
    const data = { memberId, rating: 1 + (number % 5), body, createdAt: at, updatedAt: at };
    await write((writer) => writer.review.create({ data: { ...data, placeId } }));
    if (number === 3)
      await write((writer) => writer.review.create({ data: { ...data, placeId: small } }));
  }
});

async function open(address: string) {
  const { document, status, location } = await new TestVisitor(site.fetch).get(address);
  const reviews = document.querySelector(".reviews");
  return {
    status,
    location,
    document,
    heading: reviews?.querySelector("h2")?.text,
    /** The number that each body ends with. */
    numbers: (reviews?.querySelectorAll(".review-body") ?? []).map(({ text }) =>
      Number(/\d+/.exec(text)),
    ),
    links: (reviews?.querySelectorAll("a") ?? []).map((link) => link.getAttribute("href") ?? ""),
  };
}

const given = (stars: number) =>
  Array.from({ length: REVIEWS }, (_, index) => REVIEWS - index).filter(
    (number) => 1 + (number % 5) === stars,
  );

test.each([1, 2, 3, 4, 5])(
  "?stars=%i has the reviews that gave so many, and says so",
  async (stars) => {
    const { numbers, heading, document, links } = await open(`${PLACE}?stars=${stars}`);
    expect(numbers).toEqual(given(stars));
    expect(heading).toBe(`${numbers.length} reviews with ${stars} star${stars === 1 ? "" : "s"}`);
    const chosen = document.querySelectorAll(".distribution [aria-current]");
    expect(chosen.map((link) => link.getAttribute("href"))).toEqual([
      `${PLACE}?stars=${stars}#reviews`,
    ]);
    expect(links).toContain(`${PLACE}#reviews`);
    expect(links).toContain(`${PLACE}?stars=${stars}&sort=lowest#reviews`);
  },
);

test.each(["0", "6", "4.5", "x", ""])("?stars=%s is every review", async (stars) => {
  expect((await open(`${PLACE}?stars=${stars}`)).heading).toBe(`${REVIEWS} reviews (page 1 of 2)`);
});

test("lowest first goes from the worst up over all pages, and keeps what is chosen", async () => {
  const pages = [await open(`${PLACE}?sort=lowest`), await open(`${PLACE}?sort=lowest&page=2`)];
  expect(pages.flatMap(({ numbers }) => numbers)).toEqual([1, 2, 3, 4, 5].flatMap(given));
  expect(pages[0]?.links).toContain(`${PLACE}?sort=lowest&page=2#reviews`);
  const order = pages[0]?.document.querySelector(".order");
  expect(order?.querySelector("summary")?.text).toBe("Order of reviews: Lowest first");
  expect(order?.querySelector("[aria-current]")?.text).toBe("Lowest first");
});

test("a search keeps stars and order, and those keep the search", async () => {
  const { numbers, heading, document, links } = await open(`${PLACE}?q=QUEUE&sort=lowest`);
  expect(numbers).toEqual([1, 2, 3, 4, 5].flatMap(given).filter((number) => number % 3 === 0));
  expect(heading).toBe("8 reviews with “QUEUE”");
  const form = document.querySelector("form[role=search]");
  expect(form?.getAttribute("action")).toBe(`${PLACE}#reviews`);
  const fields = form?.querySelectorAll("input") ?? [];
  expect(fields.map((field) => [field.getAttribute("name"), field.getAttribute("value")])).toEqual([
    ["sort", "lowest"],
    ["q", "QUEUE"],
  ]);
  expect(links).toContain(`${PLACE}?q=QUEUE&sort=helpful#reviews`);
  const stars = document.querySelector(".distribution a")?.getAttribute("href");
  expect(stars).toBe(`${PLACE}?q=QUEUE&stars=5&sort=lowest#reviews`);
  const both = await open(`${PLACE}?q=queue&stars=5`);
  expect(both.numbers).toEqual(given(5).filter((number) => number % 3 === 0));
  expect(both.heading).toBe(`${both.numbers.length} reviews with 5 stars and “queue”`);
});

test("a search that finds nothing says so, and offers what does", async () => {
  const { status, heading, document, links } = await open(`${PLACE}?q=caviar&stars=5`);
  expect([status, heading]).toEqual([200, "No reviews with 5 stars and “caviar”"]);
  expect(document.querySelector(".reviews .empty p")?.text).toBe(
    "No review here has “caviar” and 5 stars.",
  );
  expect(links).toContain(`${PLACE}?q=caviar#reviews`);
  expect(links).toContain(`${PLACE}#reviews`);
});

test("what cannot be searched for is named, and all reviews are there", async () => {
  const { document, heading } = await open(`${PLACE}?q=%21%3F`);
  expect(document.querySelector(".reviews .notice")?.text).toContain("“!?” finds nothing");
  expect(heading).toBe(`${REVIEWS} reviews (page 1 of 2)`);
});

test("a page that a choice does not have is its first", async () => {
  for (const choice of ["?q=queue", "?stars=5", "?q=queue&stars=5&sort=lowest"]) {
    const { status, location } = await open(`${PLACE}${choice}&page=9`);
    expect([status, location]).toEqual([302, `${PLACE}${choice}`]);
  }
});

test("few reviews have no search of their own, but an address with one is answered", async () => {
  const few = "/places/few-words";
  expect((await open(few)).document.querySelector("form[role=search]")).toBeNull();
  expect((await open(`${few}?q=queue`)).numbers).toEqual([3]);
});

test("a search term is text, not markup", async () => {
  const { document, heading } = await open(`${PLACE}?q=${encodeURIComponent("<b>queue</b>")}`);
  expect(heading).toBe("No reviews with “<b>queue</b>”");
  expect(document.querySelectorAll(".reviews b")).toEqual([]);
});
