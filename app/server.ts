import * as build from "virtual:react-router/server-build";
import { createRequestHandler } from "react-router";
import { CACHEABLE_PAGES } from "./cacheable-pages.ts";
import { createPipeline } from "./http/pipeline.server.ts";
import { publicAddresses } from "./http/public-address.ts";
import { endWithinDeadline } from "./http/shutdown.server.ts";

export * from "virtual:react-router/server-build";

endWithinDeadline();

/** The whole site as one function of a web-standard Request to a Response: what every host of the build calls. */
export const fetch = createPipeline(createRequestHandler(build, "production"));

/** What a host that keeps pages asks first: the one address under which a page may be kept for everybody, if any. */
export const publicAddress = publicAddresses(CACHEABLE_PAGES);
