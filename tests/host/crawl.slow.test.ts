import { parse } from "node-html-parser";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { loadBuild } from "../../server/build.ts";
import { placeFields } from "../setup/form-fields.ts";
import { openHostOfBuild } from "../setup/host-of-build.ts";
import { seed } from "../setup/migrate.ts";
import { newVisitorOf } from "../setup/served-visitor.ts";

const { databaseFile, opening } = openHostOfBuild();
const MOST_PAGES = 150;

beforeAll(async () => {
  await seed(databaseFile);
  vi.useFakeTimers({ toFake: ["Date"] });
});

afterAll(() => {
  vi.useRealTimers();
});

/** The addresses of this site that a page links to. */
function linksOf(html: string): string[] {
  const hrefs = parse(html)
    .querySelectorAll("a[href]")
    .map((link) => link.getAttribute("href") ?? "");
  return hrefs.filter((href) => /^\/(?!\/)/.test(href)).map((href) => href.replace(/#.*/, ""));
}

test("every public page that links lead to is the same to the byte signed in and signed out, kept and made anew", async () => {
  const { url, ask } = await opening;
  const { fetch, publicAddress } = await loadBuild();
  const member = newVisitorOf(url);
  await member.fillIn(
    "/places/new",
    placeFields({ name: "Crawler’s Crullers", handle: "spiderwoman" }),
  );
  await member.get("/about");
  await member.keepCode();
  const cookie = [...member.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  expect(cookie).toMatch(/^session=[\w%.-]+; signed-in=[\w%.-]+$/);

  const found = new Set(["/", "/manifest.webmanifest"]);
  let compared = 0;
  for (const path of found) {
    if (publicAddress(path) === undefined) continue;
    const stranger = await ask(path);
    const signedIn = await ask(path, { headers: { Cookie: cookie } });
    const anew = await fetch(
      new Request(url + path, { headers: { Cookie: cookie, "User-Agent": "x" } }),
      {
        address: "",
      },
    );
    expect([signedIn.status, anew.status], path).toEqual([stranger.status, stranger.status]);
    expect(signedIn.text === stranger.text, path).toBe(true);
    expect((await anew.text()) === stranger.text, path).toBe(true);
    expect(anew.headers.get("Cache-Control")).toBe("public, max-age=0, must-revalidate");
    for (const name of ["content-security-policy", "content-type", "location"]) {
      expect(anew.headers.get(name) ?? undefined, path).toBe(stranger.headers[name]);
    }
    compared += 1;
    for (const link of linksOf(stranger.text)) if (found.size < MOST_PAGES) found.add(link);
  }
  expect(compared).toBeGreaterThan(80);
}, 120_000);
