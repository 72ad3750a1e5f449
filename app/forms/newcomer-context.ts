import { createContext } from "react";

/** What the site asks of somebody who posts for the first time. */
export const NewcomerContext = createContext({ asksJoinCode: false });
