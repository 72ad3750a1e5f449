import { readBaseMapShapes } from "#app/domain/walk/base-map.server.ts";
import { DRAWING, drawBaseMap } from "#app/ui/map/draw-base-map.ts";
import type { Route } from "./+types/route";

export async function loader({ params }: Route.LoaderArgs) {
  const [, drawing, hash = ""] = /^(\w+)-([0-9a-f]{16})\.svg$/.exec(params.file) ?? [];
  const shapes = drawing === DRAWING ? await readBaseMapShapes(hash) : undefined;
  if (!shapes) throw new Response(null, { status: 404 });
  const headers = {
    "Content-Type": "image/svg+xml; charset=utf-8",
    "Cache-Control": "public, max-age=31536000, immutable",
  };
  return new Response(drawBaseMap(shapes), { headers });
}
