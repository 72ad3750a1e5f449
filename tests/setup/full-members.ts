import { write } from "#app/db/database.server.ts";
import { hashSecret } from "#app/domain/members/sessions.server.ts";
import { addMember, addPlace, addReview } from "./rows.ts";

const AT = new Date("2026-10-03T16:30:00Z");

type Whole = {
  id: number;
  /** A text in every row of theirs that can hold one. */
  mark: string;
  place: number;
};

let runs = 0;

/** Adds two members with rows in every table that names a member, some about each other. */
export async function addFullMembers(): Promise<{
  leaver: Whole;
  other: Whole;
  handles: Record<"leaver" | "other", string>;
}> {
  runs += 1;
  const handles = { leaver: `Leaver ${runs}`, other: `Other ${runs}` };
  const leaver = await addOne(handles.leaver, `leavermark${runs}`);
  const other = await addOne(handles.other, `othermark${runs}`);
  await addRest(leaver, other);
  await addRest(other, leaver);
  return { leaver, other, handles };
}

async function addOne(handle: string, mark: string): Promise<Whole> {
  const id = await addMember(handle);
  const place = await addPlace(`Place of ${handle}`);
  const review = await addReview(place, id, 4);
  await write((writer) =>
    writer.$transaction([
      writer.review.update({
        where: { id: review },
        data: { body: `Liked it, ${mark}.`, dish: mark, dishSlug: mark, pricePence: 650 },
      }),
      writer.place.update({ where: { id: place }, data: { recommendedBy: id } }),
    ]),
  );
  return { id, mark, place };
}

async function addRest({ id: memberId, mark, place }: Whole, other: Whole): Promise<void> {
  const said = { placeId: other.place, memberId, rating: 2, body: `Once said: ${mark}.` };
  const recoveryHash = `$argon2id$${mark}`;
  await write((writer) =>
    writer.$transaction([
      writer.member.update({
        where: { id: memberId },
        data: { role: "moderator", cohort: mark, recoveryHash, recoveryMadeAt: AT },
      }),
      writer.session.create({
        data: {
          tokenHash: hashSecret(`session of ${mark}`),
          memberId,
          browser: `Browser ${mark}`,
          expiresAt: new Date("2099-01-01T12:00:00Z"),
        },
      }),
      writer.passkey.create({
        data: {
          credentialId: `id of ${mark}`,
          memberId,
          publicKey: Uint8Array.of(1, 2, 3),
          label: `Phone ${mark}`,
        },
      }),
      writer.postingStop.create({
        data: { memberId, rule: "spam", words: `Stopped, says ${mark}.` },
      }),
      writer.formerHandle.create({ data: { handleKey: `former${mark}`, memberId } }),
      writer.handleSkeleton.create({ data: { skeleton: `seen${mark}`, memberId } }),
      writer.goneName.create({
        data: {
          kind: "handle",
          rule: "abuse",
          memberId,
          salt: "0".repeat(32),
          keyHash: hashSecret(mark),
          skeletonHash: hashSecret(mark),
        },
      }),
      writer.withheldReview.create({
        data: { ...said, updatedAt: AT, withheldReason: "hidden", withheldRule: "spam" },
      }),
      writer.reviewRevision.create({ data: { ...said, writtenAt: AT } }),
      writer.placeRevision.create({
        data: { placeId: place, memberId, facts: JSON.stringify({ name: mark }) },
      }),
      writer.sighting.create({
        data: { placeId: other.place, memberId, state: "closed", createdAt: AT },
      }),
      writer.listEntry.create({ data: { placeId: other.place, memberId, list: "want" } }),
      writer.sharedList.create({
        data: { memberId, list: "want", token: `token-of-the-list-of-${mark}` },
      }),
      writer.helpfulVote.create({ data: { placeId: other.place, authorId: other.id, memberId } }),
      writer.flag.create({
        data: {
          placeId: other.place,
          authorId: other.id,
          memberId,
          rule: "abuse",
          note: `Rude, says ${mark}.`,
        },
      }),
      writer.mergeProposal.create({
        data: { fromPlaceId: other.place, intoPlaceId: place, proposedBy: memberId },
      }),
      writer.moderationAction.create({
        data: {
          action: "lock",
          subject: "place",
          moderatorId: memberId,
          placeId: other.place,
          placeName: `Locked ${mark}`,
        },
      }),
      writer.placeReport.create({
        data: {
          placeId: other.place,
          memberId,
          kind: "name",
          facts: JSON.stringify({ name: `Reported by ${mark}` }),
        },
      }),
      writer.merge.create({
        data: {
          fromPlaceId: 1_000_000 + memberId,
          fromSlug: `gone-${memberId}`,
          fromName: "Gone",
          intoPlaceId: other.place,
          mergedBy: memberId,
          mergedReviews: {
            create: {
              id: 1,
              placeId: other.place,
              memberId,
              rating: 3,
              body: `Before, says ${mark}.`,
              updatedAt: AT,
            },
          },
        },
      }),
      writer.moderationAction.create({
        data: { action: "give-standing", subject: "member", memberId },
      }),
      writer.postedForm.create({
        data: {
          formHash: hashSecret(`form of ${mark}`),
          memberId,
          firstPost: true,
          outcome: JSON.stringify({ kind: "posted", place: mark }),
        },
      }),
      writer.seedRecord.create({ data: { key: `member:${mark}`, memberId } }),
    ]),
  );
}
