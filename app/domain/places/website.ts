import { z } from "zod";
import { cleanLine, MOST_TYPED } from "../text/cleaning.ts";
import { parseUrl } from "../text/parse-url.ts";

const LIKE = "like https://example.org";
const MESSAGE = `Enter a web address that starts with https:// or http://, ${LIKE}`;
const MOST = 300;

type ReadWebsite = { website: string } | { problem: string };

/**
 * A web address of a place. Only http and https are let through; "example.org/menu" and "example.org:8080" are read as
 * https. Letters with accents are kept as they are written, since that is how people know a name.
 */
export function readWebsite(text: string): ReadWebsite {
  const typed = withoutMarks(cleanLine(text));
  const problem = findProblem(typed);
  if (problem !== undefined) return { problem };
  const address = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  const url = parseUrl(address);
  if (!url || !/^https?:$/.test(url.protocol) || /^\[|^[\d.]+$/.test(url.hostname)) {
    return { problem: MESSAGE };
  }
  if (url.username || url.password) return { problem: "Leave out the name and password" };
  if (!isDomain(url.hostname)) return { problem: `Enter the whole web address, ${LIKE}` };
  const website = asWritten(address, url);
  if (url.href.length > MOST || [...website].length > MOST) {
    return { problem: `Shorten the web address to ${MOST} characters` };
  }
  return { website };
}

/** Marks of the sentence or the message that it was copied from. */
function withoutMarks(text: string): string {
  const bare = text.replace(/^[<("'“‘[]+|[>"'”’\],;.!]+$/g, "");
  return bare.endsWith(")") && !bare.includes("(") ? bare.slice(0, -1) : bare;
}

function findProblem(typed: string): string | undefined {
  if (/^(?:none|no|n\/a|no website|unknown|-)$/i.test(typed))
    return "Leave this empty if it has none";
  if (/^(?:mailto:)?[^\s/@:]+@[^\s/@]+\.[^\s/@]+$/i.test(typed)) {
    return `That is an e-mail address. ${MESSAGE}`;
  }
  const handle = /^@([\w.]+)$/.exec(typed)?.[1];
  if (handle) return `Enter the whole address of that page, like https://instagram.com/${handle}`;
  if (/\s/.test(typed)) return "Enter one web address, without spaces or other words";
  if (/[\\<>"`{}|^]/.test(typed)) return `Leave out the marks that no web address has, ${LIKE}`;
  const isMisspelt = MISSPELT.test(typed) && !/^https?:\/\/(?!https?[:/])/i.test(typed);
  if (isMisspelt) return `Check how the web address begins: it is https:// and a name, ${LIKE}`;
  if (/^[a-z][a-z\d+-]*:(?!\/\/)(?!\d+(?:[/?#]|$))/i.test(typed)) return MESSAGE;
  if (/^(?!https?:)[a-z][a-z\d+.-]*:\/\//i.test(typed) || typed.startsWith("/")) return MESSAGE;
  const comma = /^(?:https?:\/\/)?([\w-]+),([a-z]{2,}(?:[/.]\S*)?)$/i.exec(typed);
  return comma ? `Do you mean ${comma[1]}.${comma[2]}? Write it with a full stop` : undefined;
}

const MISSPELT = /^h?t{1,3}ps?(?::|\/\/|;)|^https?:\/\/https?[:/]/i;

function isDomain(hostname: string): boolean {
  return /^[^.]+(?:\.[^.]+)*\.[^.]{2,}\.?$/.test(hostname);
}

const PARTS = /^(https?):\/\/([^/?#]*)(.*)$/is;
// What a browser would read as something else than is written.
const REWRITTEN = /\p{Cf}|\/\.{1,2}(?:\/|$)|%(?![\da-f]{2})/iu;

function asWritten(address: string, { protocol, host, href }: URL): string {
  const [, , typedHost = "", rest = ""] = PARTS.exec(address) ?? [];
  const name = typedHost.toLowerCase().replace(/:\d*$/, "").replace(/\.$/, "");
  const port = host.includes(":") ? host.slice(host.lastIndexOf(":")) : "";
  const shownHost = isReadable(name) ? name + port : host;
  const [, , , rewritten = ""] = PARTS.exec(href) ?? [];
  return `${protocol}//${shownHost}${REWRITTEN.test(rest) ? rewritten : withSlash(rest)}`;
}

function withSlash(rest: string): string {
  return rest.startsWith("/") ? rest : `/${rest}`;
}

/** Letters of one script, so that no name is taken for another that looks like it. */
function isReadable(name: string): boolean {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(name)) return false;
  return name
    .split(".")
    .every(
      (label) => /^[\p{Script=Latin}\p{N}-]*$/u.test(label) || !/\p{Script=Latin}/u.test(label),
    );
}

export const websiteSchema = z
  .string({ error: MESSAGE })
  .max(MOST_TYPED.line, { error: MESSAGE, abort: true })
  .transform((text, context): string | undefined => {
    if (cleanLine(text) === "") return undefined;
    const read = readWebsite(text);
    if ("website" in read) return read.website;
    context.issues.push({ code: "custom", message: read.problem, input: text });
    return z.NEVER;
  })
  .optional();

/** A web address as people say it: without the scheme, "www." and a lone slash at the end. */
export function shortWebsite(website: string): string {
  return website.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
}
