import { foldText } from "../text/folding.ts";

/** The address of a member's public profile. */
export function memberHref(handle: string): string {
  return `/members/${encodeURIComponent(memberSlug(handle))}`;
}

/** A handle as a part of a web address: its folded words with hyphens between them. */
export function memberSlug(handle: string): string {
  return foldText(handle).replaceAll(" ", "-");
}
