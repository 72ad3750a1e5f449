import { describeSite } from "#app/domain/site/site.server.ts";
import { paths } from "#app/paths.ts";
import type { PictureContent } from "./picture-content.ts";
import { pictureHash } from "./picture-hash.server.ts";

/** For pages that have no picture of their own. */
export function sitePicture(): { content: PictureContent; address: string } {
  const { name, campus } = describeSite();
  const content: PictureContent = {
    siteName: name,
    headline: "Where to eat near campus",
    plainHeadline: "",
    rating: undefined,
    facts: [{ words: "From people who do" }, { words: campus }],
    quote: undefined,
    rows: [],
    spots: [],
  };
  return { content, address: paths.sitePicture(pictureHash(content)) };
}
