import { createHash } from "node:crypto";
import type { PictureContent } from "./picture-content.ts";

/** Whoever changes how pictures are drawn changes this too: browsers keep them for good. */
const PICTURE_DRAWING = "1";

/** The part of a picture's address that changes with what it shows. */
export function pictureHash(content: PictureContent): string {
  return createHash("sha256")
    .update(JSON.stringify([PICTURE_DRAWING, content]))
    .digest("hex")
    .slice(0, 12);
}
