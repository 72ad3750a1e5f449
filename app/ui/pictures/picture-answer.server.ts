import { redirect } from "react-router";
import { makePicture } from "./make-picture.server.ts";
import type { PictureContent } from "./picture-content.ts";

// Seconds.
const RETRY_AFTER = "5";

/** The picture at its own address; from an address that is not up to date, or was made up, the way to it. */
export async function answerWithPicture(
  url: URL,
  { content, address }: { content: PictureContent; address: string },
): Promise<Response> {
  if (url.pathname + url.search !== address) return redirect(address);
  const png = await makePicture(content);
  if (!png) return new Response(null, { status: 503, headers: { "Retry-After": RETRY_AFTER } });
  const headers = {
    "Content-Type": "image/png",
    "Cache-Control": "public, max-age=31536000, immutable",
    // It is made to be shown elsewhere.
    "Cross-Origin-Resource-Policy": "cross-origin",
  };
  return new Response(new Uint8Array(png), { headers });
}
