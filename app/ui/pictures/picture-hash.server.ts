import { createHash } from "node:crypto";
import { PICTURE_DRAWING, type PictureContent } from "./picture-content.ts";

/** The part of a picture's address that changes with what it shows. */
export function pictureHash(content: PictureContent): string {
  return createHash("sha256")
    .update(JSON.stringify([PICTURE_DRAWING, content]))
    .digest("hex")
    .slice(0, 16);
}
