import { data, type MiddlewareFunction } from "react-router";
import { requestContext } from "./request-context.server.ts";

export const refusalMiddleware: MiddlewareFunction<Response> = ({ context }) => {
  const { refusal } = context.get(requestContext);
  if (!refusal) return;
  const { status, title, text } = refusal;
  throw data({ title, text }, { status });
};
