import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { openSite } from "../setup/site.ts";
import { storedValues } from "../setup/stored.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const newVisitor = () => new TestVisitor(site.fetch);

// A fixed seed, so that failures can be reproduced.
const runs = { seed: 42, numRuns: 40, endOnFailure: true };

/** As often plain text as anything in Unicode. */
const anyText = (most: number) =>
  fc.oneof(
    fc.string({ unit: "binary", maxLength: most }),
    fc.string({ unit: "grapheme", maxLength: most }),
    fc
      .array(
        fc.constantFrom(..."aZ9 '&-.%_\\\u0130\uFDFA\u{20BB7}\u0301\u202E\u200D\uFE0F\u3164"),
        { maxLength: most },
      )
      .map((letters) => letters.join("")),
  );

beforeAll(async () => {
  const posted = await newVisitor().fillIn(
    "/places/new",
    placeFields({ name: "Fuzzy Falafel", handle: "fuzz" }),
  );
  expect(posted.location).toBe("/places/fuzzy-falafel");
});

test("a place in any words is posted and shown, or sent back", async () => {
  const words = {
    name: anyText(80),
    street: anyText(120),
    newCuisine: anyText(40),
    handle: anyText(30),
    dish: anyText(80),
  };
  await fc.assert(
    fc.asyncProperty(
      fc.record({ ...words, body: anyText(200), website: fc.oneof(fc.constant(""), anyText(40)) }),
      async (fields) => {
        const visitor = newVisitor();
        const page = await visitor.fillIn("/places/new", {
          ...placeFields(),
          ...fields,
          differentPlace: "yes",
        });
        expect([303, 400, 409]).toContain(page.status);
        if (page.status !== 303) return;
        const shown = await visitor.get(page.location ?? "");
        expect(shown.status).toBe(200);
        const anchor =
          shown.document.querySelector(".flash-links a")?.getAttribute("href")?.split("#")[1] ??
          "none";
        expect(shown.document.getElementById(anchor)).not.toBeNull();
      },
    ),
    runs,
  );
});

test("a place and a review with valid words around any text are posted", async () => {
  let number = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        name: anyText(70),
        street: anyText(100),
        body: anyText(200),
        dish: anyText(80),
        handle: anyText(18),
      }),
      async (texts) => {
        number += 1;
        const around = {
          name: `N ${texts.name}`,
          street: `S ${texts.street}`,
          body: `B ${texts.body}`,
          newCuisine: `C ${texts.dish.slice(0, 20)}`,
          handle: `${number} h ${texts.handle}`,
          dish: texts.dish,
        };
        const page = await newVisitor().fillIn("/places/new", {
          ...placeFields(around),
          differentPlace: "yes",
        });
        if (page.status !== 303) {
          const problems = page.document
            .querySelectorAll(".error-summary li")
            .map((item) => item.text);
          expect(
            problems.filter(
              (problem) =>
                !/^Shorten|of 2 to 30|of plainer|has this handle|looks like the handle|mixes alphabets/.test(
                  problem,
                ),
            ),
          ).toEqual([]);
        }
      },
    ),
    runs,
  );
  expect(storedValues(site.databaseFile, "PRAGMA integrity_check")).toEqual(["ok"]);
});

test("any path, parameter and cookie is answered without failing", async () => {
  const part = anyText(60).map((text) => encodeURIComponent(text.toWellFormed()));
  await fc.assert(
    fc.asyncProperty(part, part, part, async (one, other, cookie) => {
      for (const path of [
        `/${one}`,
        `/places/${one}`,
        `/places/${one}/review`,
        `/places?${one}=${other}&cuisine=${other}&page=${one}`,
      ]) {
        const page = await newVisitor().get(path, { Cookie: `session=${cookie}; flash=${one}` });
        expect([200, 301, 302, 404]).toContain(page.status);
      }
      const review = await newVisitor().fillIn(
        "/places/fuzzy-falafel/review",
        reviewFields({ rating: one, price: other, visitedOn: cookie }),
      );
      expect(review.status).toBe(400);
    }),
    runs,
  );
});
