import { expect, test } from "vitest";
import { openSite } from "../setup/site.ts";
import { TestVisitor } from "../setup/visitor.ts";

const OWN = "https://food.example.org";
const site = openSite({ APP_ORIGIN: OWN, SECURITY_CONTACT: "mailto:security@example.org" });

test("says by RFC 9116 where to report a hole, and until when that holds", async () => {
  const page = await new TestVisitor(site.fetch, OWN).get("/.well-known/security.txt");
  expect([page.status, page.headers.get("Content-Type")]).toEqual([
    200,
    "text/plain; charset=utf-8",
  ]);
  const fields = Object.fromEntries(
    page.html
      .trim()
      .split("\n")
      .map((line) => line.split(/: (.*)/).slice(0, 2)),
  );
  expect(fields.Contact).toBe("mailto:security@example.org");
  expect(fields.Canonical).toBe(`${OWN}/.well-known/security.txt`);
  const days = (Date.parse(fields.Expires) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(100);
  expect(days).toBeLessThan(366);
});
