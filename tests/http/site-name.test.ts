import { expect, test } from "vitest";
import { ORIGIN, openSite } from "../setup/site.ts";
import { TestVisitor } from "../setup/visitor.ts";

const site = openSite({ SITE_NAME: "The Canteen" });
const visitor = new TestVisitor(site.fetch);

test.each<[string, string, RequestInit, number]>([
  ["a page", "/about", {}, 200],
  ["a page that is not there", "/nowhere", {}, 404],
  [
    "a form of another site",
    "/places/new",
    { method: "POST", headers: { Origin: "https://evil.example" } },
    403,
  ],
  ["a method that nothing takes", "/places", { method: "DELETE" }, 405],
  ["a page that takes no forms", "/about", { method: "POST", headers: { Origin: ORIGIN } }, 405],
  [
    "a form that is too large",
    "/places/new",
    {
      method: "POST",
      headers: { Origin: ORIGIN },
      body: new URLSearchParams({ name: "a".repeat(3_000_000) }),
    },
    413,
  ],
])("%s bears the name that the operator gave the site", async (_, path, init, status) => {
  const page = await visitor.send(new Request(new URL(path, ORIGIN), init));
  expect(page.status).toBe(status);
  expect(page.document.querySelector(".site-name")?.text).toBe("The Canteen");
  expect(page.document.querySelector("footer")?.text).toContain("The Canteen");
  expect(page.document.querySelector("meta[name=application-name]")?.getAttribute("content")).toBe(
    "The Canteen",
  );
  expect(page.html).not.toContain("Fork");
});

test("so does the manifest", async () => {
  const { html } = await visitor.get("/manifest.webmanifest");
  expect(JSON.parse(html)).toMatchObject({ name: "The Canteen", short_name: "The Canteen" });
});
