import { type MiddlewareFunction, redirect } from "react-router";
import { findSlugNow } from "#app/domain/places/former-slugs.server.ts";
import { paths } from "#app/paths.ts";

/** 308 keeps the method and body, which 301 does not. */
export const formerAddressMiddleware: MiddlewareFunction<Response> = async (
  { request, url },
  next,
) => {
  const response = await next();
  if (response.status !== 404) return response;
  const [, slug, rest = ""] = /^\/places\/([^/.]+)([/.].*)?$/.exec(url.pathname) ?? [];
  const slugNow = slug === undefined ? undefined : await findSlugNow(decode(slug));
  if (slugNow === undefined) return response;
  const isRead = ["GET", "HEAD"].includes(request.method);
  return redirect(`${paths.place(slugNow)}${rest}${url.search}`, isRead ? 301 : 308);
};

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
