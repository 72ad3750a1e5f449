import { createContext } from "react";

/** What the site asks of somebody who posts for the first time. Apart from the forms: every page loads it. */
export const NewcomerContext = createContext({ asksJoinCode: false });
