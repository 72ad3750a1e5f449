import type { OwnData } from "#app/domain/members/own-data.server.ts";
import { ruleWords } from "#app/domain/moderation/rules.ts";
import { capitalised } from "#app/domain/text/counting.ts";
import { presentContributions } from "./present-contributions.ts";
import { presentDoings } from "./present-doings.ts";
import { dayWords, type Entry, entry, momentWords } from "./present-entry.ts";

export type { Entry } from "./present-entry.ts";

export type Situation = { siteName: string; origin: string | undefined; now: Date };

type Section = { heading: string; entries: Entry[] };

export type PresentedOwnData = {
  title: string;
  made: string;
  sections: Section[];
  empty: string[];
};

export function presentOwnData(
  data: OwnData,
  { siteName, origin, now }: Situation,
): PresentedOwnData {
  const hrefOf = (path: string) => (origin === undefined ? undefined : origin + path);
  const sections = [
    ...presentMember(data),
    ...presentContributions(data, hrefOf),
    ...presentDoings(data, hrefOf),
  ];
  return {
    title: `${data.handle} on ${siteName}`,
    made: `Everything that the site keeps of yours, as of ${momentWords(now)}.`,
    sections: sections.filter(({ entries }) => entries.length > 0),
    empty: sections.filter(({ entries }) => entries.length === 0).map(({ heading }) => heading),
  };
}

function presentMember(data: OwnData): Section[] {
  const { handle, role, cohort, createdAt, recoveryMadeAt } = data;
  const { formerHandles, goneNames, sessions, passkeys } = data;
  return [
    {
      heading: "You",
      entries: [
        entry({ name: handle }, [
          ["Role", role],
          ["Cohort", cohort],
          ["Member since", momentWords(createdAt)],
          ["Recovery code made", recoveryMadeAt && momentWords(recoveryMadeAt)],
          [
            "Standing given by a moderator",
            data.standingGivenAt && momentWords(data.standingGivenAt),
          ],
          ["News seen", data.newsSeenAt && momentWords(data.newsSeenAt)],
          ["Answers seen", data.answersSeenAt && momentWords(data.answersSeenAt)],
        ]),
      ],
    },
    {
      heading: "Handles you had before",
      entries: formerHandles.map((former) =>
        entry({ name: former.handleKey }, [["Until", momentWords(former.createdAt)]]),
      ),
    },
    {
      heading: "Names of yours that a moderator hid",
      entries: goneNames.map(({ kind, rule, goneAt }) =>
        entry({ name: capitalised(kind) }, [
          ["Rule", capitalised(ruleWords(rule))],
          ["When", momentWords(goneAt)],
        ]),
      ),
    },
    {
      heading: "Browsers you are signed in on",
      entries: sessions.map((session) =>
        entry({ name: session.browser || "A browser" }, [
          ["Since", momentWords(session.createdAt)],
          ["Until", dayWords(session.expiresAt)],
        ]),
      ),
    },
    {
      heading: "Passkeys",
      entries: passkeys.map((passkey) =>
        entry({ name: passkey.label }, [
          ["Made", momentWords(passkey.createdAt)],
          ["Last used", passkey.lastUsedAt && momentWords(passkey.lastUsedAt)],
        ]),
      ),
    },
  ];
}
