import { z } from "zod";
import { cleanLine } from "../text/cleaning.ts";

const MESSAGE =
  "Enter a web address that starts with https:// or http://, like https://example.org";
const MOST = 300;

/** A web address of a place, or undefined when left out. Only http and https are let through; "example.org" is. */
export const websiteSchema = z
  .string({ error: MESSAGE })
  .transform(cleanLine)
  .transform((text) => (/^[\w-]+(\.[\w-]+)+(\/|$)/.test(text) ? `https://${text}` : text))
  .refine((text) => text === "" || isWebAddress(text), MESSAGE)
  .transform((text) => (text === "" ? undefined : new URL(text).href))
  .optional();

/** A web address as people say it: without the scheme, "www." and a lone slash at the end. */
export function shortWebsite(website: string): string {
  return website.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  return url.hostname.includes(".") && !url.username && !url.password && url.href.length <= MOST;
}
