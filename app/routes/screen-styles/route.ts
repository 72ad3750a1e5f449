import screensUrl from "#app/ui/styles/screens.css?url";
import type { Route } from "./+types/route";

/** The styles of every screen but the list of places, which comes lighter without them. */
export const links: Route.LinksFunction = () => [{ rel: "stylesheet", href: screensUrl }];
