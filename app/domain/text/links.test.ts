import { expect, test } from "vitest";
import { countLinks } from "./cleaning.ts";

test.each([
  ["Get the soup. Go early.", 0],
  ["It was so good.Top coffee, e.g. a flat white at 3.50.", 0],
  ["https://example.org/menu?a=b.com is their menu", 1],
  ["see www.example.org, or HTTP://EXAMPLE.ORG", 2],
  ["cheap-pills.com", 1],
  ["shop.cheap-pills.co.uk/buy and cheap.ru!", 2],
  ["ada@example.org", 0],
  ["a.".repeat(1000), 0],
])("%j has %i web addresses", (text, count) => {
  expect(countLinks(text)).toBe(count);
});
