import { reader, write } from "#app/db/database.server.ts";
import { purgeDeleted } from "../deleted/purge-deleted.server.ts";
import { freeGoneNames } from "../members/gone-names.server.ts";
import { fillSkeletons } from "../members/new-handle.server.ts";
import { forgetOldMerges } from "../merging/forget-old-merges.server.ts";
import { lapseOldReports } from "../reports/lapse-old-reports.server.ts";
import { campusPosition } from "../site/site.server.ts";
import { DAY, dayInLondon } from "../text/dates.ts";
import { refold } from "./refold.server.ts";

const POSTED_FORMS_KEPT = 2 * DAY;

type Upkeep = {
  campusMoved: boolean;
  oldPrices: number;
  oldReports: number;
  oldMerges: number;
  purgedReviews: number;
  purgedPlaces: number;
  newSkeletons: number;
  freedNames: number;
};

/** What triggers cannot follow: a new campus in the settings, and the passing of time. */
export async function keepUp(now: Date): Promise<Upkeep> {
  const campusMoved = await measureFromCampus();
  const oldPrices = await forgetOldPrices(dayInLondon(now));
  const purged = await purgeDeleted(now);
  const oldReports = await lapseOldReports(now);
  const oldMerges = await forgetOldMerges(now);
  await forgetSessionsAndForms(now);
  return {
    campusMoved,
    oldPrices,
    oldReports,
    oldMerges,
    purgedReviews: purged.reviews,
    purgedPlaces: purged.places,
    newSkeletons: await write(fillSkeletons),
    freedNames: await write((writer) => freeGoneNames(writer, now)),
  };
}

/** What other settings or a new release need, whatever the clock says. */
export async function followRelease(): Promise<void> {
  await measureFromCampus();
  await refold();
  await write(fillSkeletons);
}

export function hasDoneSomething({ campusMoved, ...counts }: Upkeep): boolean {
  return campusMoved || Object.values(counts).some((count) => count > 0);
}

/** Triggers cannot follow the settings. @returns whether the campus is another one than at the last start */
async function measureFromCampus(): Promise<boolean> {
  const campus = campusPosition();
  const stored = await reader().campus.findUnique({ where: { id: 1 } });
  if (stored?.latitude === campus.latitude && stored.longitude === campus.longitude) return false;
  await write((writer) =>
    writer.campus.upsert({ where: { id: 1 }, create: campus, update: campus }),
  );
  return true;
}

/** Not with a post: a clock that is wrong for an hour would sign everybody out. */
async function forgetSessionsAndForms(now: Date): Promise<void> {
  await write((writer) =>
    writer.$transaction([
      writer.session.deleteMany({ where: { expiresAt: { lt: now } } }),
      writer.postedForm.deleteMany({
        where: { createdAt: { lt: new Date(now.getTime() - POSTED_FORMS_KEPT) } },
      }),
    ]),
  );
}

/** As in the view median_prices, for a given day. */
function forgetOldPrices(today: string): Promise<number> {
  return write(
    (writer) => writer.$executeRaw`
      UPDATE place_index SET (
        median_pence, price_count, drink_pence, drink_count, bite_pence, bite_count, prices_until
      ) = (
        SELECT CAST(round(median(price_pence) FILTER (WHERE price_kind = 'meal')) AS INTEGER),
          count(*) FILTER (WHERE price_kind = 'meal'),
          CAST(round(median(price_pence) FILTER (WHERE price_kind = 'drink')) AS INTEGER),
          count(*) FILTER (WHERE price_kind = 'drink'),
          CAST(round(median(price_pence) FILTER (WHERE price_kind = 'bite')) AS INTEGER),
          count(*) FILTER (WHERE price_kind = 'bite'), date(min(paid_on), '+12 months')
        FROM paid_prices
        WHERE paid_prices.place_id = place_index.place_id AND paid_on > date(${today}, '-12 months')
      )
      WHERE prices_until <= ${today}`,
  );
}
