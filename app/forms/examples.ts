import { createContext } from "react";

/** What a form about a place shows as examples: of around this site's campus, so that they help wherever that is. */
export type Examples = { postcode: string | undefined; position: string };

export const ExamplesContext = createContext<Examples | undefined>(undefined);
