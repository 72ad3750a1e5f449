import { createContext, useContext, useState } from "react";
import { useScripts } from "./use-scripts.ts";

/** JSON-LD in which nothing ends a script. Set on the server only. */
export const StructuredDataContext = createContext<string | undefined>(undefined);

/**
 * What the page says to programs that read pages. It is not in the data for hydration: the browser keeps the element that it
 * was sent, and makes none for pages that it renders itself. Give each thing that pages are about a key of its own.
 */
export function StructuredData() {
  const json = useContext(StructuredDataContext);
  const [isMadeHere] = useState(useScripts());
  if (isMadeHere) return null;
  return (
    <script
      type="application/ld+json"
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: Written by writeJsonLd.
      dangerouslySetInnerHTML={{ __html: json ?? "" }}
    />
  );
}
