import { beforeAll, expect, test } from "vitest";
import { crawl } from "../setup/crawl.ts";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { openSite } from "../setup/site.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite();
const member = new TestVisitor(site.fetch);

beforeAll(async () => {
  await member.fillIn(
    "/places/new",
    placeFields({ name: "Plain Text Pies", website: "https://pies.example/" }),
  );
  await new TestVisitor(site.fetch).fillIn(
    "/places/plain-text-pies/review",
    reviewFields({ handle: "another" }),
  );
});

// In text browsers and in copied text, only spaces in the HTML keep two links apart.
test("no two links or buttons run together where there are no styles", async () => {
  const pages = await crawl(member, "/", "/lists/want", "/account");
  const together = [...pages].flatMap(([path, { html }]) =>
    [...html.matchAll(/.{30}<\/(?:a|button)><(?:a|button|span|time)\b[^>]*>(?![ ,]).{20}/g)].map(
      ([text]) => `${path}: ${text}`,
    ),
  );
  expect(pages.size).toBeGreaterThan(30);
  expect(together).toEqual([]);
});
