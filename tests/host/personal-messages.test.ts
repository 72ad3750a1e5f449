import { expect, test } from "vitest";
import { placeFields, reviewFields } from "../setup/form-fields.ts";
import { openHostOfBuild } from "../setup/host-of-build.ts";
import { newVisitorOf } from "../setup/served-visitor.ts";

const { opening } = openHostOfBuild();
const PLACE = "/places/public-pie";
const PERSONAL = /new-code|recovery code|class="flash"|is posted/;

const asked = ["/", "/places", PLACE, "/about", "/nowhere", `${PLACE}.data`, "/places.data"];

/** Only the main part: script names contain words of the texts. */
const shown = (html: string) => html.split("</main>")[0]?.split("<main")[1] ?? html;

test("a newcomer sees their message and code although the pages are kept, and nobody else does", async () => {
  const { url } = await opening;
  const stranger = newVisitorOf(url);
  const owner = newVisitorOf(url);
  await owner.fillIn("/places/new", placeFields({ name: "Public Pie", handle: "owner" }));
  for (const path of asked) await stranger.get(path);

  const newcomer = newVisitorOf(url);
  await newcomer.fillIn(`${PLACE}/review`, reviewFields({ handle: "newcomer" }));
  // A stranger first, so that the page is cached when the newcomer comes.
  for (const path of asked) await stranger.get(path);
  const page = await newcomer.get(PLACE);
  expect(page.document.querySelector(".flash")?.text).toContain("is posted");
  expect(page.document.querySelector(".new-code code")).not.toBeNull();
  for (const path of ["/", "/places", PLACE, "/about", "/nowhere"]) {
    const reminded = await newcomer.get(path);
    expect(reminded.document.querySelector(".new-code-reminder")).not.toBeNull();
    expect(reminded.headers.get("Cache-Control")).toBe("private, no-cache");
  }
  for (const path of asked) {
    const { html } = await stranger.get(path);
    expect(shown(html)).not.toMatch(PERSONAL);
  }
});

test("data with a message are kept for nobody", async () => {
  const { url } = await opening;
  const newcomer = newVisitorOf(url);
  await newcomer.fillIn(`${PLACE}/review`, reviewFields({ handle: "by script" }));
  const data = await newcomer.get(`${PLACE}.data`);
  expect(data.html).toContain("Your review is posted.");
  expect(data.headers.get("Cache-Control")).toBe("private, no-store");
  expect((await newVisitorOf(url).get(`${PLACE}.data`)).html).not.toContain("is posted");
});
