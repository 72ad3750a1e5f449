import { describeSite } from "#app/domain/site/site.server.ts";

export function loader() {
  const { name, campus } = describeSite();
  const manifest = {
    name,
    short_name: name,
    description: `Food and coffee recommended by ${campus}.`,
    lang: "en-GB",
    start_url: "/",
    display: "minimal-ui",
    background_color: "#fbf6ec",
    theme_color: "#fbf6ec",
    icons: [{ src: "/favicon.svg", type: "image/svg+xml", sizes: "any" }],
  };
  return Response.json(manifest, { headers: { "Content-Type": "application/manifest+json" } });
}
