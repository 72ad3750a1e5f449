import unhomoglyph from "unhomoglyph";
import { foldToKey } from "../text/folding.ts";

/**
 * What a handle looks like, by the confusables of Unicode TR39: handles of one skeleton are taken
 * for each other. Handles count without their case, so that a small i stands for a capital one,
 * which looks like l and 1.
 */
export function handleSkeleton(handle: string): string {
  const lookedAt = foldToKey(unhomoglyph(handle.normalize("NFKD")));
  return foldToKey(unhomoglyph(lookedAt)).replaceAll("i", "l");
}
