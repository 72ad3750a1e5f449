import { loadLimitCounts, saveLimitCounts } from "#app/domain/members/limit-counts.server.ts";
import { changedCounts, keptLimits } from "./limits.server.ts";
import { log } from "./log.server.ts";

// Milliseconds. Each batch is a commit, after which no page is kept any more: not one a second, while somebody guesses.
const BETWEEN_BATCHES = 5000;

/** Restores what was counted before, and writes from now on what is. */
export async function startKeepingCounts(): Promise<void> {
  await restoreCounts();
  setInterval(writeCounts, BETWEEN_BATCHES).unref();
}

export async function restoreCounts(): Promise<void> {
  const now = new Date();
  try {
    for (const count of await loadLimitCounts(now)) {
      await keptLimits.get(count.limitName)?.restore(count, now);
    }
  } catch (error) {
    log.error({ err: error }, "limits not restored");
  }
}

let hasFailed = false;

export async function writeCounts(): Promise<void> {
  if (changedCounts.size === 0) return;
  const batch = [...changedCounts];
  changedCounts.clear();
  try {
    await saveLimitCounts(
      batch.map(([, count]) => count),
      new Date(),
    );
    hasFailed = false;
  } catch (error) {
    if (!hasFailed) log.error({ err: error }, "limits not written");
    hasFailed = true;
    for (const [key, count] of batch) if (!changedCounts.has(key)) changedCounts.set(key, count);
  }
}
