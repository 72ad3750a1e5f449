import { processorTime } from "../measure/process-figures.ts";
import { type Finding, onFreshSite } from "./proven-site.ts";

const PLACE = "/places/null-pointer-coffee";
const UNITS = ["\ufdfa", "\u0315\u0300", "www.", "1-", "a."];
const FIELDS: [path: string, name: string][] = [
  ["/places/new", "name"],
  ["/places/new", "newCuisine"],
  ["/places/new", "website"],
  [`${PLACE}/review`, "body"],
  [`${PLACE}/review`, "dish"],
  [`${PLACE}/review`, "handle"],
  [`${PLACE}/edit`, "position"],
  [`${PLACE}/hours`, "weekdays"],
  ["/sign-in", "handle"],
  ["/sign-in", "recoveryCode"],
];
const FORM_BYTES = 63_000;
const MOST_MILLISECONDS = 150;

/** Text that takes long to read, as long as a form may be, and a megabyte of it. */
export function proveSlowFields(seeded: string): Promise<Finding[]> {
  return onFreshSite(seeded, { READ_BUDGET: "0" }, async ({ url, pid }) => {
    const cost = async (path: string, name: string, value: string) => {
      const body = new FormData();
      body.append(name, value);
      const before = processorTime(pid);
      const { status } = await fetch(url + path, {
        method: "POST",
        body,
        headers: { Origin: url },
      });
      return { status, milliseconds: (processorTime(pid) - before) / 1000 };
    };
    let most = 0;
    let worst = "";
    for (const unit of UNITS) {
      const text = unit.repeat(Math.floor(FORM_BYTES / Buffer.byteLength(unit)));
      for (const [path, name] of FIELDS) {
        const { milliseconds } = await cost(path, name, text);
        if (milliseconds > most) [most, worst] = [milliseconds, `${name} at ${path}`];
      }
    }
    const large = await cost(`${PLACE}/review`, "body", "\ufdfa".repeat(328_000));
    return [
      {
        tried: `${UNITS.length * FIELDS.length} forms with one field of 63 kB of slow text`,
        seen: `at most ${Math.round(most)} ms of CPU (${worst})`,
        must: `under ${MOST_MILLISECONDS} ms`,
        isFine: most < MOST_MILLISECONDS,
      },
      {
        tried: "a field of 328,000 letters that become eighteen each",
        seen: `status ${large.status}, ${Math.round(large.milliseconds)} ms of CPU`,
        must: `413, under ${MOST_MILLISECONDS} ms`,
        isFine: large.status === 413 && large.milliseconds < MOST_MILLISECONDS,
      },
    ];
  });
}
