import type { Refusal } from "./request-context.server.ts";

/** The methods that some address of the site takes. */
export const ALLOWED_METHODS = "GET, HEAD, POST, OPTIONS";

/** Refuses a method that no address of the site takes. */
export function refuseMethod(request: Request): Refusal | undefined {
  if (ALLOWED_METHODS.split(", ").includes(request.method)) return undefined;
  return {
    status: 405,
    title: "That is not something this site does",
    text: `Addresses here take ${ALLOWED_METHODS}.`,
    headers: { Allow: ALLOWED_METHODS },
  };
}
