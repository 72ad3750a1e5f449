import * as build from "virtual:react-router/server-build";
import { createRequestHandler } from "react-router";
import { CACHEABLE_PAGES } from "./cacheable-pages.ts";
import { closeDatabase, guardFile } from "./db/database.server.ts";
import { LiveFile } from "./db/live-file.server.ts";
import { databasePath } from "./db/settings.ts";
import { describeStatus } from "./domain/site/health.server.ts";
import { startDailyUpkeep } from "./http/daily-upkeep.server.ts";
import { explainTrouble } from "./http/log.server.ts";
import { createPipeline } from "./http/pipeline.server.ts";
import { publicAddresses } from "./http/public-address.ts";
import { reportLockWaits } from "./http/report-lock-waits.server.ts";
import { endWithinDeadline } from "./http/shutdown.server.ts";
import type { Client } from "./http/trusted-proxy.server.ts";

export * from "virtual:react-router/server-build";

guardFile(() => new LiveFile(databasePath()));

const cancelDeadline = endWithinDeadline();
reportLockWaits();

const firstUpkeep = startDailyUpkeep(`${databasePath()}.clock`);
const answer = createPipeline(createRequestHandler(build, "production"));

export async function fetch(request: Request, client?: Client): Promise<Response> {
  // Walks must be measured from the campus in the settings first.
  await firstUpkeep;
  return answer(request, client);
}

/** The address under which a host may cache a page. */
export const publicAddress = publicAddresses(CACHEABLE_PAGES);

export async function readStatus() {
  const { trouble, ...status } = await describeStatus();
  return { ...status, trouble: trouble ? explainTrouble(trouble) : null };
}

/** For a host that ends the process itself. */
export async function close(): Promise<void> {
  cancelDeadline();
  await closeDatabase();
}
