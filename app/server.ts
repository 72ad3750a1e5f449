import * as build from "virtual:react-router/server-build";
import { createRequestHandler } from "react-router";
import { CACHEABLE_PAGES, CANONICAL_VALUES } from "./cacheable-pages.ts";
import { readCommunityRules } from "./domain/site/community-rules.server.ts";
import { startDailyUpkeep } from "./http/daily-upkeep.server.ts";
import { startKeepingCounts } from "./http/kept-counts.server.ts";
import { log } from "./http/log.server.ts";
import { createPipeline } from "./http/pipeline.server.ts";
import { publicAddresses } from "./http/public-address.ts";
import { endWithinDeadline } from "./http/shutdown.server.ts";
import type { Client } from "./http/trusted-proxy.server.ts";

export * from "virtual:react-router/server-build";
export { isPersonal, pathToLog } from "./http/host-side.server.ts";
export { limitKey } from "./http/limits.server.ts";
export { readProxy } from "./http/trusted-proxy.server.ts";

endWithinDeadline();

const { problem } = readCommunityRules();
if (problem) log.error(problem);

const firstUpkeep = Promise.all([startDailyUpkeep(), startKeepingCounts()]);
const answer = createPipeline(createRequestHandler(build, "production"));

export async function fetch(request: Request, client?: Client): Promise<Response> {
  // Walks must be measured from the campus in the settings first, and limits know what was counted before.
  await firstUpkeep;
  return answer(request, client);
}

/** The address under which a host may cache a page. */
export const publicAddress = publicAddresses(CACHEABLE_PAGES, CANONICAL_VALUES);
