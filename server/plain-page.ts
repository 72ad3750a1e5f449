import { createHash } from "node:crypto";

/** For pages that the host writes itself. */
export const STYLE =
  "body{max-width:34rem;margin:4rem auto;padding:0 1.25rem;font:1.125rem/1.6 system-ui,sans-serif;color:#221b14;background:#fbf6ec}" +
  "h1{font-size:2.125rem;line-height:1.15}a{color:inherit;text-underline-offset:.25em}" +
  "@media(prefers-color-scheme:dark){body{color:#f3eadc;background:#16130f}}";

/** Allows that style alone. */
export const POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; frame-ancestors 'none'`;
