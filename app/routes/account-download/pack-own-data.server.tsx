import { strToU8, zipSync } from "fflate";
import { renderToStaticMarkup } from "react-dom/server";
import type { OwnData } from "#app/domain/members/own-data.server.ts";
import { OwnDataPage } from "./own-data-page.tsx";
import { presentOwnData, type Situation } from "./present-own-data.ts";

/** A zip file: the data as JSON, and as a page that opens offline. */
export function packOwnData(data: OwnData, situation: Situation): Uint8Array<ArrayBuffer> {
  const { siteName, origin, now } = situation;
  const page = `<!doctype html>${renderToStaticMarkup(<OwnDataPage {...presentOwnData(data, situation)} />)}`;
  const json = JSON.stringify(
    { site: { name: siteName, address: origin }, madeAt: now, ...data },
    null,
    2,
  );
  return new Uint8Array(
    zipSync({ "your-data.html": strToU8(page), "your-data.json": strToU8(`${json}\n`) }),
  );
}
