import { LRUCache } from "lru-cache";
import pLimit from "p-limit";
import { campusPosition } from "#app/domain/site/site.server.ts";
import { describeBaseMap, readBaseMapShapes } from "#app/domain/walk/base-map.server.ts";
import type { PictureContent } from "./picture-content.ts";
import { pictureHash } from "./picture-hash.server.ts";

// Bytes. A picture takes about 30 kB.
const KEPT = 6_000_000;
// Others are refused for the moment: a page that waits for them would wait for longer than the page itself takes.
const MOST_WAITING = 2;

const kept = new LRUCache<string, Buffer>({ maxSize: KEPT, sizeCalculation: (png) => png.length });
const turns = pLimit(1);
const begun = new Map<string, Promise<Buffer>>();

/** A PNG, or undefined while too many others are being made: one at a time, beside the thread that makes pages. */
export async function makePicture(content: PictureContent): Promise<Buffer | undefined> {
  const base = content.spots ? await describeBaseMap() : undefined;
  const key = `${pictureHash(content)} ${base?.hash}`;
  const known = kept.get(key) ?? begun.get(key);
  if (known) return known;
  if (turns.pendingCount >= MOST_WAITING) return undefined;
  const making = turns(async () => {
    const shapes = base && (await readBaseMapShapes(base.hash));
    return draw(content, shapes && { ...base, shapes });
  }).finally(() => begun.delete(key));
  begun.set(key, making);
  const png = await making;
  kept.set(key, png);
  return png;
}

// They take memory, which a site needs only once somebody shares a link.
async function draw(
  content: PictureContent,
  ground: Parameters<typeof import("./draw-picture.server.ts").drawPicture>[1]["ground"],
): Promise<Buffer> {
  const [{ drawPicture }, { default: sharp }] = await Promise.all([
    import("./draw-picture.server.ts"),
    import("sharp"),
  ]);
  sharp.concurrency(1);
  sharp.cache(false);
  const svg = drawPicture(content, { campus: campusPosition(), ground });
  return sharp(Buffer.from(svg)).png({ palette: true, effort: 4 }).toBuffer();
}
