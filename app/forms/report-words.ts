import { type Address, writtenAddress } from "#app/domain/places/address.ts";
import type { OpenReport } from "#app/domain/reports/open-reports.server.ts";
import type { ReportKind } from "#app/domain/reports/report.ts";
import { countOf } from "#app/domain/text/counting.ts";
import { dayInLondon, formatDay } from "#app/domain/text/dates.ts";

/** @param at what of the place is said, between words of ours */
export function reportWords({ kind, facts }: Pick<OpenReport, "kind" | "facts">, place: Address) {
  const { street = place.street, postcode = place.postcode } = facts;
  const reported = { street, postcode };
  switch (kind) {
    case "closed":
      return { says: "it has closed", said: undefined };
    case "open":
      return { says: "it is open again", said: undefined };
    case "moved":
      return { says: "it has moved", said: undefined };
    case "name":
      return { says: "it is called", said: facts.name };
    case "address":
      return reported.street === place.street && reported.postcode === place.postcode
        ? { says: "its place on the map is", said: positionWords(facts.position, postcode) }
        : { says: "it is at", said: writtenAddress(reported) };
  }
}

function positionWords(position: OpenReport["facts"]["position"], postcode: string | null) {
  if (position) return `${position.latitude}, ${position.longitude}`;
  return postcode === null ? "not known" : "where its postcode is";
}

/** "ada on 30 November 2026, and 2 others" */
export function reportersWords({ by, at, voices }: Pick<OpenReport, "by" | "at" | "voices">) {
  const others = voices > 1 ? `, and ${countOf(voices - 1, "other member")}` : "";
  return { by, rest: `on ${formatDay(dayInLondon(at))}${others}` };
}

export const ANSWER_WORDS: Record<ReportKind, { agree: string; turnDown: string }> = {
  closed: { agree: "I can confirm: it has closed", turnDown: "It is still open" },
  open: { agree: "I can confirm: it is open", turnDown: "It is still closed" },
  moved: { agree: "I can confirm: it has moved", turnDown: "It is still here" },
  name: { agree: "I can confirm the name", turnDown: "It has its old name" },
  address: { agree: "I can confirm where it is", turnDown: "It is where it was" },
};
