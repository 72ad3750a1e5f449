import * as build from "virtual:react-router/server-build";
import { createRequestHandler } from "react-router";
import { createPipeline } from "./http/pipeline.server.ts";
import { endWithinDeadline } from "./http/shutdown.server.ts";

export * from "virtual:react-router/server-build";

endWithinDeadline();

/** The whole site as one function of a web-standard Request to a Response: what every host of the build calls. */
export const fetch = createPipeline(createRequestHandler(build, "production"));
