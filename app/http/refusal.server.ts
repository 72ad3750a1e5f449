import { data, type MiddlewareFunction } from "react-router";
import { requestContext } from "./request-context.server.ts";

/** Answers a request that the pipeline refused with the site's error page. */
export const refusalMiddleware: MiddlewareFunction<Response> = ({ context }) => {
  const { refusal } = context.get(requestContext);
  if (!refusal) return;
  const { status, title, text } = refusal;
  throw data({ title, text }, { status });
};
