import type { MiddlewareFunction } from "react-router";
import { visitorContext } from "./request-context.server.ts";
import { Visitor } from "./visitor.server.ts";

export const visitorMiddleware: MiddlewareFunction<Response> = async (
  { request, url, context },
  next,
) => {
  const visitor = new Visitor(request, url.pathname);
  context.set(visitorContext, visitor);
  const response = await next();
  await visitor.finish(response);
  return response;
};
