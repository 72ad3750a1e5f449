import { carriesNewCode } from "./cookies.server.ts";
import { carriesFlash } from "./flash.server.ts";

/** Whether the visitor's cookies hold something that a page kept for everybody cannot show. Only sealed ones are believed. */
export async function isPersonal(url: string, cookie: string): Promise<boolean> {
  if (!/(?:^|;\s*)(?:__Host-)?(?:flash|new-code)=/.test(cookie)) return false;
  const request = new Request(url, { headers: { Cookie: cookie } });
  return (await carriesFlash(request)) || (await carriesNewCode(request));
}

// Who has a shared list's address sees the list.
const SECRETS = /(\/lists\/shared\/)[^/?#]+/g;

/** A path without the secrets that it may hold, for the log. */
export function pathToLog(path: string): string {
  return path.replace(SECRETS, "$1…");
}
