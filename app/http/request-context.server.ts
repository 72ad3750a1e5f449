import { randomBytes } from "node:crypto";
import { createContext } from "react-router";

/** Why a request is not carried out, in words for the visitor. */
export type Refusal = {
  status: number;
  title: string;
  text: string;
  headers?: Record<string, string>;
};

/** What the pipeline knows of a request before React Router sees it. */
type RequestFacts = {
  /** What the error page shows and the log has, so that the two can be matched. */
  reference: string;
  refusal: Refusal | undefined;
  /** The visitor's IP address, or undefined where nobody told. */
  clientAddress?: string | undefined;
};

// The development server calls React Router without the pipeline.
export const requestContext = createContext<RequestFacts>({ reference: "DEV", refusal: undefined });

/** A reference that a person can read out: seven letters and digits. */
export function newReference(): string {
  return randomBytes(5).toString("base64url").replace(/[-_]/g, "x").slice(0, 7).toUpperCase();
}
