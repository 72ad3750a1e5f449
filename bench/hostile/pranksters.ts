import { reviewFields } from "../../tests/setup/form-fields.ts";
import { type Finding, onFreshSite } from "./proven-site.ts";

const CAMPUS = "198.51.100.7";
const PLACE = "/places/null-pointer-coffee";
const REVIEW = `${PLACE}/review`;
const JOIN_CODE = "mind the gap";

/** Somebody on the address of a campus who guesses, at members' codes and at the joining code. */
export function provePranksters(seeded: string): Promise<Finding[]> {
  const settings = { JOIN_CODE, READ_BUDGET: "0" };
  return onFreshSite(seeded, settings, async ({ visitorAt }) => {
    const member = visitorAt("192.0.2.1");
    const posted = await member.fillIn(
      REVIEW,
      reviewFields({ handle: "regular", joinCode: JOIN_CODE }),
    );
    const shown = await member.get(posted.location ?? "");
    const recoveryCode = shown.document.querySelector(".new-code code")?.text ?? "none";

    const token = await visitorAt(CAMPUS).openForm("/sign-in");
    const wrong = { token, recoveryCode: "0000-0000-0000-0000-0000" };
    for (let tries = 0; tries < 40; tries += 1) {
      await visitorAt(CAMPUS).post("/sign-in", { ...wrong, handle: `nobody ${tries}` });
    }
    const back = await visitorAt(CAMPUS).post("/sign-in", {
      token,
      handle: "regular",
      recoveryCode,
    });

    const guess = (address: string, joinCode: string, handle: string) =>
      visitorAt(address).post(REVIEW, { ...reviewFields({ handle, joinCode }), token });
    for (let tries = 0; tries < 12; tries += 1) await guess(CAMPUS, `guess ${tries}`, "guesser");
    const newcomer = await guess(CAMPUS, JOIN_CODE, "newcomer");

    let lookedAt = 0;
    const start = performance.now();
    for (let tries = 0; tries < 600; tries += 1) {
      const page = await guess(`2001:db8:${tries.toString(16)}::1`, `wrong ${tries}`, "rotating");
      if (page.status === 403) lookedAt += 1;
    }
    const seconds = Math.ceil((performance.now() - start) / 1000);
    return [
      {
        tried: "40 wrong sign-ins from a campus, then a member with the right code",
        seen: `status ${back.status}`,
        must: "signed in (303)",
        isFine: back.status === 303,
      },
      {
        tried: "12 wrong joining codes from a campus, then a newcomer with the right one",
        seen: `status ${newcomer.status}`,
        must: "joins (303)",
        isFine: newcomer.status === 303,
      },
      {
        tried: "600 wrong joining codes from as many IPv6 networks",
        seen: `${lookedAt} looked at in ${seconds} s`,
        must: "100, and two each two seconds",
        isFine: lookedAt <= 100 + seconds + 2,
      },
    ];
  });
}
