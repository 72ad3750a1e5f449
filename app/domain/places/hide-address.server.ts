import { reader } from "#app/db/database.server.ts";
import { isModeratorNow, onlyIfModerator } from "../moderation/moderators.server.ts";
import type { Rule } from "../moderation/rules.ts";
import { plan, postOnce, stop } from "../posting/post-once.server.ts";
import { findFreeSlug } from "./slug.server.ts";

export function findAddresses(slug: string) {
  return reader().place.findUnique({
    where: { slug },
    select: {
      name: true,
      slug: true,
      withheldReason: true,
      formerSlugs: { orderBy: { createdAt: "asc" }, select: { slug: true } },
    },
  });
}

/**
 * Of a place at `slug`: its own address, which is then made anew from its name, or a former one,
 * which then leads nowhere.
 */
export function hideAddress(
  slug: string,
  { address, rule }: { address: string; rule: Rule },
  moderatorId: number,
  formSecret: string,
) {
  return postOnce({ memberId: moderatorId }, formSecret, async (writer) => {
    if (!(await isModeratorNow(writer, moderatorId))) return stop({ kind: "missing" });
    const place = await writer.place.findUnique({
      where: { slug },
      select: { id: true, name: true, updatedAt: true, formerSlugs: { select: { slug: true } } },
    });
    if (!place) return stop({ kind: "missing" });
    const { id, name, updatedAt, formerSlugs } = place;
    const isOwn = address === slug;
    if (!isOwn && !formerSlugs.some((former) => former.slug === address)) {
      return stop({ kind: "decided-meanwhile" });
    }
    const anew = await findFreeSlug(writer, name);
    if (isOwn && withoutNumber(anew) === withoutNumber(slug)) {
      return stop({ kind: "address-of-name" });
    }
    return plan({ place: isOwn ? anew : slug }, [
      writer.moderationAction.create({
        data: {
          action: isOwn ? "hide-address" : "hide-former-address",
          subject: "place",
          rule,
          moderatorId,
          placeId: id,
          placeName: name,
        },
      }),
      ...(isOwn
        ? [writer.place.update({ where: { id, slug }, data: { slug: anew, updatedAt } })]
        : [
            writer.formerSlug.delete({ where: { slug: address, placeId: id } }),
            // Undoing the merge would bring the address and the name back.
            writer.merge.updateMany({
              where: { fromSlug: address, intoPlaceId: id },
              data: { fromSlug: HIDDEN, fromName: HIDDEN, moved: null },
            }),
          ]),
      onlyIfModerator(writer, moderatorId),
    ]);
  });
}

/** What a page is called in the history whose address is hidden. */
const HIDDEN = "another page";

function withoutNumber(slug: string): string {
  return slug.replace(/-\d+$/, "");
}
