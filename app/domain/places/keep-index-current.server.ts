import { DatabaseBusyError, reader, write } from "#app/db/database.server.ts";
import { purgeDeleted } from "../deleted/purge-deleted.server.ts";
import { campusPosition } from "../site/site.server.ts";
import { dayInLondon } from "../text/dates.ts";

let keptFor: string | undefined;

/**
 * Brings up to date what triggers cannot know of: the campus in the settings, from which distances are measured, and prices
 * paid more than 12 months ago, which stop counting; and removes what was deleted more than 30 days ago. Does so once a day
 * in each process, and is quick otherwise; while another process holds the database it is left for the next time.
 */
export async function keepIndexCurrent(now: Date): Promise<void> {
  const campus = campusPosition();
  const key = `${dayInLondon(now)} ${campus.latitude} ${campus.longitude}`;
  if (keptFor === key) return;
  try {
    const stored = await reader().campus.findUnique({ where: { id: 1 } });
    if (stored?.latitude !== campus.latitude || stored.longitude !== campus.longitude) {
      await write((writer) =>
        writer.campus.upsert({ where: { id: 1 }, create: campus, update: campus }),
      );
    }
    await forgetOldPrices();
    await purgeDeleted(now);
    keptFor = key;
  } catch (error) {
    if (!(error instanceof DatabaseBusyError)) throw error;
  }
}

async function forgetOldPrices(): Promise<void> {
  await write(
    (writer) => writer.$executeRaw`
      UPDATE place_index SET (median_pence, price_count, prices_until) = (
        SELECT max(median_pence), coalesce(max(price_count), 0), max(until) FROM median_prices
        WHERE median_prices.place_id = place_index.place_id
      ) WHERE prices_until <= date('now')`,
  );
}
