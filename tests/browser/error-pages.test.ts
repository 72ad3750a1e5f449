import { createServer } from "node:http";
import { expect, test } from "./site.ts";

test("an address that does not exist answers 404 with ways on", async ({ page, visit }) => {
  const response = await page.goto("/nowhere/in/particular");
  expect(response?.status()).toBe(404);
  await expect(page).toHaveTitle("There is nothing at this address");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "There is nothing at this address",
  );
  await page.getByRole("link", { name: "See all places" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Places near campus");
  await visit("/nowhere");
  await page.getByRole("banner").getByRole("link", { name: "About" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What this is");
});

test("a form that another site sends is refused, on a page of the site", {
  tag: "@without-javascript",
}, async ({ page, site, complaints }) => {
  const stranger = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(`<!doctype html><title>Win</title><form method="post" action="${site.url}/places/git-hummus/review">
      <input name="rating" value="1"><input name="body" value="Forged."><input name="handle" value="mallory">
      <button>Win a lunch</button></form>`);
  });
  await new Promise<void>((resolve) => stranger.listen(0, "localhost", resolve));
  const address = stranger.address();
  const port = typeof address === "object" ? address?.port : undefined;
  await page.goto(`http://localhost:${port}/`);
  const answer = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button").click();
  expect((await answer).status()).toBe(403);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("That came from another site");
  await expect(page.getByRole("link", { name: "See all places" })).toBeVisible();
  await page.goto("/places/git-hummus");
  await expect(page.getByText("Forged.")).toHaveCount(0);
  stranger.close();
  // The stranger's own page is a request to another site, as intended.
  for (const complaint of complaints.splice(0)) expect(complaint).toContain(`localhost:${port}/`);
});
