import * as build from "virtual:react-router/server-build";
import { createRequestHandler } from "react-router";
import { CACHEABLE_PAGES, CANONICAL_VALUES } from "./cacheable-pages.ts";
import { closeDatabase, guardFile } from "./db/database.server.ts";
import { LiveFile } from "./db/live-file.server.ts";
import { databasePath } from "./db/settings.ts";
import { readCommunityRules } from "./domain/site/community-rules.server.ts";
import { describeStatus } from "./domain/site/health.server.ts";
import { startDailyUpkeep } from "./http/daily-upkeep.server.ts";
import { startKeepingCounts, writeCounts } from "./http/kept-counts.server.ts";
import { explainTrouble, log } from "./http/log.server.ts";
import { createPipeline } from "./http/pipeline.server.ts";
import { publicAddresses } from "./http/public-address.ts";
import { reportLockWaits } from "./http/report-lock-waits.server.ts";
import { endWithinDeadline } from "./http/shutdown.server.ts";
import type { Client } from "./http/trusted-proxy.server.ts";
import { leadToPlainAddress } from "./http/typed-address.server.ts";

export * from "virtual:react-router/server-build";
export { isPersonal, pathToLog } from "./http/host-side.server.ts";
export { limitKey } from "./http/limits.server.ts";
export { readProxy } from "./http/trusted-proxy.server.ts";

guardFile(() => new LiveFile(databasePath()));

const cancelDeadline = endWithinDeadline();
reportLockWaits();

const { problem } = readCommunityRules();
if (problem) log.error(problem);

const firstUpkeep = Promise.all([
  startDailyUpkeep(`${databasePath()}.clock`),
  startKeepingCounts(),
]);
const answer = createPipeline(
  leadToPlainAddress(CACHEABLE_PAGES, createRequestHandler(build, "production")),
);

export async function fetch(request: Request, client?: Client): Promise<Response> {
  // Walks must be measured from the campus in the settings first, and limits know what was counted before.
  await firstUpkeep;
  return answer(request, client);
}

/** The address under which a host may cache a page. */
export const publicAddress = publicAddresses(CACHEABLE_PAGES, CANONICAL_VALUES);

export async function readStatus() {
  const { trouble, ...status } = await describeStatus();
  return { ...status, trouble: trouble ? explainTrouble(trouble) : null };
}

/** For a host that ends the process itself. */
export async function close(): Promise<void> {
  cancelDeadline();
  await writeCounts();
  await closeDatabase();
}
