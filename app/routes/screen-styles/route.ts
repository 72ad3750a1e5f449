import screensUrl from "#app/ui/styles/screens.css?url";
import type { Route } from "./+types/route";

/** Every screen has these but the list of places, which loads faster without them. */
export const links: Route.LinksFunction = () => [{ rel: "stylesheet", href: screensUrl }];
