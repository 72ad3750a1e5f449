import { randomBytes } from "node:crypto";
import { createContext } from "react-router";
import type { Visitor } from "./visitor.server.ts";

export type Refusal = {
  status: number;
  title: string;
  text: string;
  headers?: Record<string, string>;
};

export type RequestFacts = {
  reference: string;
  refusal: Refusal | undefined;
  /** Whether a page of another site asks. */
  isFromElsewhere?: boolean;
  clientAddress?: string | undefined;
  /** Set when the request failed since the database cannot be written, or is locked. */
  isUnavailable?: boolean;
  /** Aborted when the client hangs up. */
  signal?: AbortSignal;
};

// The development server calls React Router without the pipeline.
export const requestContext = createContext<RequestFacts>({ reference: "DEV", refusal: undefined });

/** Who asks, for the middleware, loaders and actions. */
export const visitorContext = createContext<Visitor>();

export function newReference(): string {
  return randomBytes(5).toString("base64url").replace(/[-_]/g, "x").slice(0, 7).toUpperCase();
}
