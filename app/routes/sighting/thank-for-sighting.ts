import { correctionHrefs, placeHref, reviewFormHref } from "#app/domain/places/place-href.ts";
import type { SightingReport } from "#app/domain/sightings/sighting.ts";

/** What the page of a place says after somebody said what they found, with the way to say more. */
export function thankForSighting(slug: string, found: SightingReport) {
  const { edit } = correctionHrefs(slug);
  switch (found) {
    case "open":
      return {
        text: "Thanks: confirmed open today.",
        link: { href: reviewFormHref(slug), text: "Say what it was like" },
      };
    case "closed":
      return {
        text: "Thanks: noted that it has closed. Two people who say so close it here.",
        link: { href: edit, text: "Say since when" },
      };
    case "moved":
      return {
        text: "Thanks: noted that it has moved.",
        link: { href: edit, text: "Give its new address" },
      };
    case "hours":
      return {
        text: "Thanks: its hours are confirmed today.",
        link: { href: `${placeHref(slug)}#hours`, text: "See them" },
      };
  }
}
