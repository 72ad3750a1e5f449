import { listTitle } from "#app/domain/lists/list-name.ts";
import { listNameSchema } from "#app/domain/lists/list-name-schema.ts";
import type { OwnData } from "#app/domain/members/own-data.server.ts";
import { ruleWords } from "#app/domain/moderation/rules.ts";
import { capitalised } from "#app/domain/text/counting.ts";
import { paths } from "#app/paths.ts";
import { entry, type HrefOf, momentWords } from "./present-entry.ts";

const SIGHTING_WORDS: Record<string, string> = {
  open: "still open",
  closed: "closed for good",
  moved: "moved",
};

export function presentDoings(data: OwnData, hrefOf: HrefOf) {
  const at = ({ name, slug }: { name: string; slug: string }) => ({
    name,
    href: hrefOf(paths.place(slug)),
  });
  return [
    {
      heading: "What you found at places",
      entries: data.sightings.map(({ place, state, createdAt }) =>
        entry(at(place), [
          ["Found", SIGHTING_WORDS[state] ?? state],
          ["When", momentWords(createdAt)],
        ]),
      ),
    },
    {
      heading: "Your lists",
      entries: data.listEntries.map(({ place, list, createdAt }) =>
        entry(at(place), [
          ["List", titleOf(list)],
          ["Added", momentWords(createdAt)],
        ]),
      ),
    },
    {
      heading: "Lists you share by a link",
      entries: data.sharedLists.map(({ list, token, createdAt }) =>
        entry({ name: titleOf(list), href: hrefOf(paths.list(listNameSchema.parse(list))) }, [
          ["Link", hrefOf(paths.sharedList(token)) ?? paths.sharedList(token)],
          ["Shared", momentWords(createdAt)],
        ]),
      ),
    },
    {
      heading: "Reviews you found helpful",
      entries: data.votesGiven.map(({ place, author, createdAt }) =>
        entry(at(place), [
          ["Review by", author.handle],
          ["When", momentWords(createdAt)],
        ]),
      ),
    },
    {
      heading: "Helpful votes for your reviews",
      entries: data.votesReceived.map(({ place, createdAt }) =>
        entry(at(place), [["When", momentWords(createdAt)]]),
      ),
    },
    {
      heading: "What you flagged",
      entries: data.flagsRaised.map(({ place, author, rule, note, createdAt, settledAt }) =>
        entry({ ...at(place), text: note }, [
          ["Review by", author?.handle],
          ["Rule", capitalised(ruleWords(rule))],
          ["Flagged", momentWords(createdAt)],
          ["Settled", settledAt && momentWords(settledAt)],
        ]),
      ),
    },
    {
      heading: "What you reported of places",
      entries: data.reports.map(({ place, kind, facts, createdAt, settledAs }) =>
        entry({ ...at(place), text: JSON.stringify(facts) }, [
          ["Report", kind],
          ["Said", momentWords(createdAt)],
          ["Came of it", settledAs?.replaceAll("-", " ")],
        ]),
      ),
    },
    {
      heading: "Pages you merged",
      entries: data.merges.map(({ fromName, into, createdAt }) =>
        entry(at(into), [
          ["With", fromName],
          ["Merged", momentWords(createdAt)],
        ]),
      ),
    },
    {
      heading: "Your reviews as they were before two pages were merged, kept for 30 days",
      entries: data.mergedReviews.map(({ body, rating, createdAt }) =>
        entry({ name: "A review", text: body }, [
          ["Rating", String(rating)],
          ["Posted", momentWords(createdAt)],
        ]),
      ),
    },
    {
      heading: "Places you said are one",
      entries: data.mergeProposals.map(({ from, into, createdAt }) =>
        entry(at(into), [
          ["The same as", from.name],
          ["Said", momentWords(createdAt)],
        ]),
      ),
    },
    {
      heading: "What you decided as a moderator",
      entries: data.moderationActions.map(({ action, subject, rule, placeName, createdAt }) =>
        entry({ name: placeName ?? capitalised(subject) }, [
          ["Decision", `${action} ${subject}`],
          ["Rule", rule && capitalised(ruleWords(rule))],
          ["When", momentWords(createdAt)],
        ]),
      ),
    },
    {
      heading: "What moderators decided about you",
      entries: data.actionsAbout.map(({ action, createdAt }) =>
        entry({ name: capitalised(action.replaceAll("-", " ")) }, [
          ["When", momentWords(createdAt)],
        ]),
      ),
    },
    {
      heading: "Why you may not post at the moment",
      entries: data.postingStops.map(({ rule, words, createdAt }) =>
        entry({ name: capitalised(ruleWords(rule)), text: words }, [
          ["Since", momentWords(createdAt)],
        ]),
      ),
    },
    {
      heading: "Forms you sent in the last days, by which sending one twice is noticed",
      entries: data.postedForms.map(({ outcome: { place }, createdAt }) =>
        entry(
          place === undefined
            ? { name: "A form" }
            : { name: place, href: hrefOf(paths.place(place)) },
          [["Sent", momentWords(createdAt)]],
        ),
      ),
    },
    {
      heading: "Demo content under your name",
      entries: data.seedRecords.map(({ key, addedAt }) =>
        entry({ name: key }, [["Added", momentWords(addedAt)]]),
      ),
    },
  ];
}

function titleOf(list: string): string {
  return listTitle(listNameSchema.parse(list));
}
