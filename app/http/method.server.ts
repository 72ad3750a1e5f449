import type { Refusal } from "./request-context.server.ts";

export const ALLOWED_METHODS = "GET, HEAD, POST, OPTIONS";

export function addAllowed(response: Response): void {
  if (response.status === 405 && !response.headers.has("Allow")) {
    response.headers.set("Allow", "GET, HEAD, OPTIONS");
  }
}

export function refuseMethod(request: Request): Refusal | undefined {
  if (ALLOWED_METHODS.split(", ").includes(request.method)) return undefined;
  return {
    status: 405,
    title: "That is not something this site does",
    text: `Addresses here take ${ALLOWED_METHODS}.`,
    headers: { Allow: ALLOWED_METHODS },
  };
}
