import * as build from "virtual:react-router/server-build";
import { createRequestHandler } from "react-router";
import { CACHEABLE_PAGES } from "./cacheable-pages.ts";
import { startDailyUpkeep } from "./http/daily-upkeep.server.ts";
import { createPipeline } from "./http/pipeline.server.ts";
import { publicAddresses } from "./http/public-address.ts";
import { endWithinDeadline } from "./http/shutdown.server.ts";
import type { Client } from "./http/trusted-proxy.server.ts";

export * from "virtual:react-router/server-build";

endWithinDeadline();

const firstUpkeep = startDailyUpkeep();
const answer = createPipeline(createRequestHandler(build, "production"));

/** The whole site as one function of a web-standard Request to a Response: what every host of the build calls. */
export async function fetch(request: Request, client?: Client): Promise<Response> {
  // Not before walks are measured from the campus in the settings.
  await firstUpkeep;
  return answer(request, client);
}

/** What a host that keeps pages asks first: the one address under which a page may be kept for everybody, if any. */
export const publicAddress = publicAddresses(CACHEABLE_PAGES);
