import jsQR from "jsqr";
import { beforeAll, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { newVisitorOf } from "../setup/members.ts";
import { openSite } from "../setup/site.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const reader = new TestVisitor(site.fetch);
const HOSTILE = `</script><b>&"'`;

beforeAll(async () => {
  const nell = newVisitorOf(site);
  const fields = placeFields({ name: `Fresh ${HOSTILE}`, handle: "nell" });
  expect((await nell.fillIn("/places/new", fields)).status).toBe(303);
});

test("says what is new, for everybody alike, as it was typed", async () => {
  const { document, headers, status } = await reader.get("/this-week");
  expect(status).toBe(200);
  expect(headers.get("Cache-Control")).toMatch(/^public/);
  expect(document.querySelector("#week-places + ul li a")?.text).toBe(`Fresh ${HOSTILE}`);
  expect(document.querySelector("#week-newcomers + p")?.text).toBe("nell");
  expect(document.querySelector(".this-week b")).toBeNull();
});

test("a new review is on it at once, and what is taken back is not", async () => {
  const slug = (await reader.get("/this-week")).document
    .querySelector("#week-places + ul li a")
    ?.getAttribute("href");
  const grace = newVisitorOf(site);
  const fields = reviewFields({ handle: "grace", body: "Worth the queue.", rating: "5" });
  await grace.fillIn(`${slug}/review`, fields);
  const sentence = async () =>
    (await reader.get("/this-week")).document.querySelector(".this-week blockquote")?.text ?? "";
  expect(await sentence()).toContain("Worth the queue.");
  const form = await grace.get(`${slug}/review`);
  const deletion = form.document.querySelector('a[href^="/reviews/"][href$="/delete"]');
  await grace.fillIn(deletion?.getAttribute("href") ?? "", {});
  expect(await sentence()).not.toContain("Worth the queue.");
});

test("a camera reads the site's address from the QR code", async () => {
  const { document } = await reader.get("/this-week");
  const drawing = document.querySelector(".qr-code svg");
  const size = Number(drawing?.getAttribute("viewBox")?.split(" ")[2]);
  const squares = drawing?.querySelector("path")?.getAttribute("d") ?? "";
  const scale = 4;
  const pixels = new Uint8ClampedArray((size * scale) ** 2 * 4).fill(255);
  for (const [, x, y] of squares.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dy = 0; dy < scale; dy += 1) {
      const row = (Number(y) + 4) * scale + dy;
      const start = (row * size * scale + (Number(x) + 4) * scale) * 4;
      for (let dx = 0; dx < scale; dx += 1) pixels.set([0, 0, 0], start + dx * 4);
    }
  }
  const read = jsQR(pixels, size * scale, size * scale);
  const shown = document.querySelector(".qr-code figcaption")?.text ?? "";
  expect(read?.data).toMatch(/^https?:\/\/[^/]+\/$/);
  expect(shown).toContain(read?.data.split("/")[2] ?? "nothing");
});
