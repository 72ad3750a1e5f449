import { write } from "#app/db/database.server.ts";
import { addMember, addPlace } from "./rows.ts";

/** Two pages of one place, with rows in every table that names a place. */
type DuplicatePlaces = {
  from: number;
  into: number;
  third: number;
  authors: Record<"both" | "other" | "alone" | "withheld", number>;
};

let runs = 0;

/** Adds the pages "Leaving" and "Staying". */
export async function fillDuplicatePlaces(): Promise<DuplicatePlaces> {
  runs += 1;
  const member = (name: string) => addMember(`${name} ${runs}`);
  const authors = {
    both: await member("both"),
    other: await member("other"),
    alone: await member("alone"),
    withheld: await member("withheld"),
  };
  const from = await addPlace("Leaving", { cuisines: ["Pancakes", "Coffee"] });
  const into = await addPlace("Staying", { cuisines: ["Pancakes"] });
  const third = await addPlace("Third");
  const day = (number: number) => new Date(Date.UTC(2026, 9, number, 12));
  const said = (placeId: number, memberId: number, body: string, days: number) => ({
    placeId,
    memberId,
    rating: 1 + (days % 5),
    body,
    createdAt: day(days),
    updatedAt: day(days),
  });
  const withheld = { withheldAt: day(9), withheldReason: "hidden", withheldRule: "spam" };
  const flag = { rule: "spam", createdAt: day(2) };
  await write((writer) =>
    writer.$transaction([
      writer.place.update({
        where: { id: from },
        data: {
          website: "https://leaving.example/",
          hoursConfirmedOn: "2026-10-01",
          bankHolidays: "usual",
        },
      }),
      writer.openingInterval.create({
        data: { placeId: from, day: 1, opensAt: 480, closesAt: 1020 },
      }),
      writer.placeDiet.createMany({
        data: [
          { placeId: from, diet: "vegan", portion: "all" },
          { placeId: from, diet: "halal", portion: "all" },
          { placeId: into, diet: "vegan", portion: "some" },
        ],
      }),
      writer.placeFeature.create({ data: { placeId: from, feature: "laptop", present: true } }),
      writer.review.createMany({
        data: [
          said(into, authors.both, "Older, of the page that stays.", 1),
          {
            ...said(from, authors.both, "Newer, of the page that goes.", 2),
            dish: "Blueberry",
            dishSlug: "blueberry",
            pricePence: 700,
          },
          {
            ...said(from, authors.other, "Older, of the page that goes.", 3),
            dish: "Gone",
            dishSlug: "gone",
          },
          said(into, authors.other, "Newer, of the page that stays.", 4),
          said(from, authors.alone, "Only of the page that goes.", 5),
        ],
      }),
      writer.withheldReview.createMany({
        data: [
          {
            ...said(into, authors.withheld, "Older and held, of the page that stays.", 6),
            withheldReason: "deleted",
            withheldAt: day(8),
          },
          {
            ...said(from, authors.withheld, "Newer and held, of the page that goes.", 7),
            ...withheld,
          },
        ],
      }),
      writer.reviewRevision.create({
        data: {
          placeId: from,
          memberId: authors.alone,
          rating: 2,
          body: "Before, of the page that goes.",
          writtenAt: day(1),
          createdAt: day(5),
        },
      }),
      writer.helpfulVote.createMany({
        data: [
          { placeId: into, authorId: authors.both, memberId: authors.other, createdAt: day(2) },
          { placeId: from, authorId: authors.both, memberId: authors.other, createdAt: day(1) },
          { placeId: from, authorId: authors.both, memberId: authors.alone, createdAt: day(1) },
          { placeId: into, authorId: authors.other, memberId: authors.alone, createdAt: day(1) },
        ],
      }),
      writer.flag.create({
        data: { ...flag, placeId: into, authorId: authors.both, memberId: authors.other },
      }),
      writer.flag.create({
        data: { ...flag, placeId: from, authorId: authors.both, memberId: authors.other },
      }),
      writer.sighting.createMany({
        data: [
          { placeId: from, memberId: authors.both, state: "open", createdAt: day(1) },
          { placeId: into, memberId: authors.both, state: "open", createdAt: day(2) },
        ],
      }),
      writer.listEntry.createMany({
        data: [
          { placeId: from, memberId: authors.both, list: "want", createdAt: day(1) },
          { placeId: into, memberId: authors.both, list: "want", createdAt: day(2) },
          { placeId: from, memberId: authors.alone, list: "been", createdAt: day(3) },
        ],
      }),
      writer.placeRevision.create({ data: { placeId: from, facts: "{}", createdAt: day(1) } }),
      writer.formerSlug.create({
        data: { placeId: from, slug: `long-gone-${runs}`, createdAt: day(1) },
      }),
      writer.importedPlace.create({
        data: {
          placeId: from,
          source: "fhrs",
          sourceId: String(runs),
          area: "519",
          facts: "{}",
          createdAt: day(1),
        },
      }),
      writer.placeReport.createMany({
        data: (["closed", "name"] as const).flatMap((kind) =>
          [from, into].map((placeId) => ({
            placeId,
            memberId: authors.alone,
            kind,
            facts: kind === "name" ? '{"name":"Other"}' : '{"closedOn":"2026-10-01"}',
            createdAt: day(4),
          })),
        ),
      }),
      writer.merge.create({
        data: {
          fromPlaceId: 1_000_000 + from,
          fromSlug: "earlier",
          fromName: "Earlier",
          intoPlaceId: from,
          createdAt: day(1),
        },
      }),
      writer.mergeProposal.create({
        data: { fromPlaceId: from, intoPlaceId: into, createdAt: day(1) },
      }),
      writer.mergeProposal.create({
        data: { fromPlaceId: third, intoPlaceId: from, createdAt: day(1) },
      }),
      writer.moderationAction.create({
        data: {
          action: "lock",
          subject: "place",
          placeId: from,
          placeName: "Leaving",
          createdAt: day(1),
        },
      }),
    ]),
  );
  return { from, into, third, authors };
}
