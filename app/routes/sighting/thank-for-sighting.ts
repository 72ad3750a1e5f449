import type { SightingReport } from "#app/domain/sightings/sighting.ts";
import { paths } from "#app/paths.ts";

export function thankForSighting(slug: string, report: SightingReport) {
  switch (report) {
    case "open":
      return {
        text: "Thanks: confirmed open today.",
        link: { href: paths.placeReview(slug), text: "Say what it was like" },
      };
    case "closed":
      return {
        text: "Thanks: noted that it has closed. Two people who say so close it here.",
        link: { href: paths.placeEdit(slug), text: "Say since when" },
      };
    case "moved":
      return {
        text: "Thanks: noted that it has moved.",
        link: { href: paths.placeEdit(slug), text: "Give its new address" },
      };
    case "hours":
      return {
        text: "Thanks: its hours are confirmed today.",
        link: { href: `${paths.place(slug)}#hours`, text: "See them" },
      };
  }
}
