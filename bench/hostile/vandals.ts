import { reviewFields } from "../../tests/setup/form-fields.ts";
import { storedValues } from "../../tests/setup/stored.ts";
import { hiddenValues, type Page, type TestVisitor } from "../../tests/setup/visitor.ts";
import { type Finding, growOld, onFreshSite, type ProvenSite } from "./proven-site.ts";

/** A stranger who sets a closing date on 39 places. */
export function proveVandal(seeded: string): Promise<Finding[]> {
  return onFreshSite(seeded, {}, async (site) => {
    const before = await site.countPlaces();
    const slugs = shownPlaces(site);
    const vandal = await joinAt(site, "203.0.113.66", "vandal", slugs[0] ?? "");
    let accepted = 0;
    for (const slug of slugs.slice(0, 39)) {
      const form = await vandal.get(`/places/${slug}/edit`);
      const fields = { ...valuesOf(form), closedOn: "2026-11-01" };
      if ((await vandal.post(`/places/${slug}/edit`, fields)).status === 303) accepted += 1;
    }
    const after = await site.countPlaces();
    return [
      {
        tried: "a stranger sets a closing date on 39 places",
        seen: `${accepted} taken, ${after} of ${before} places listed`,
        must: "no place leaves the list",
        isFine: after >= before,
      },
    ];
  });
}

/** Two handles of a week who flag everything. */
export function provePair(seeded: string): Promise<Finding[]> {
  return onFreshSite(seeded, { POSTS_PER_HOUR: "1000" }, async (site) => {
    const before = await site.countPlaces();
    const slugs = shownPlaces(site);
    const pair = [
      await joinAt(site, "203.0.113.70", "flagger one", slugs[0] ?? ""),
      await joinAt(site, "203.0.113.71", "flagger two", slugs[1] ?? ""),
    ];
    growOld(site.databaseFile, ["flagger one", "flagger two"], 8);
    for (const slug of slugs) {
      for (const flagger of pair) await flagger.fillIn(`/places/${slug}/flag`, { rule: "spam" });
    }
    const after = await site.countPlaces();
    return [
      {
        tried: `two accounts of a week flag ${slugs.length} places`,
        seen: `${after} of ${before} places listed`,
        must: "at most two are put aside",
        isFine: after >= before - 2,
      },
    ];
  });
}

function shownPlaces({ databaseFile }: ProvenSite): string[] {
  return storedValues(
    databaseFile,
    "SELECT slug FROM places WHERE withheld_reason IS NULL AND closed_on IS NULL ORDER BY id",
  ).map(String);
}

/** Throws unless they are taken. */
async function joinAt(
  site: ProvenSite,
  address: string,
  handle: string,
  slug: string,
): Promise<TestVisitor> {
  const visitor = site.visitorAt(address);
  const { status } = await visitor.fillIn(`/places/${slug}/review`, reviewFields({ handle }));
  if (status !== 303) throw new Error(`${handle} could not join: ${status}.`);
  return visitor;
}

/** What a browser would send of a form that nobody has touched. */
function valuesOf(page: Page): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = { ...hiddenValues(page), cuisines: [] };
  const cuisines: string[] = [];
  for (const input of page.document.querySelectorAll("form.form input")) {
    const name = input.getAttribute("name") ?? "";
    const value = input.getAttribute("value") ?? "";
    const isChoice = ["radio", "checkbox"].includes(input.getAttribute("type") ?? "");
    if (name === "" || name === "homepage" || (isChoice && !input.hasAttribute("checked")))
      continue;
    if (name === "cuisines") cuisines.push(value);
    else values[name] = value;
  }
  return { ...values, cuisines };
}
