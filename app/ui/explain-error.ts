type ErrorResponse = { status: number; data: unknown };

type Link = { href: string; text: string };

/** What somebody typed into a field. */
type Typed = { name: string; value: string };

type Explanation = {
  title: string;
  text: string;
  link?: Link;
  typed?: Typed[];
  isUnexpected: boolean;
};

const NOT_FOUND = {
  title: "There is nothing at this address",
  text: "The place may have been taken off, or the address has a slip in it.",
  isUnexpected: false,
};

const NOT_ALLOWED = {
  title: "That cannot be done at this address",
  text: "The address exists, but it takes no such request.",
  isUnexpected: false,
};

const BUSY = {
  title: "One moment, please",
  text: "Many pages were asked for from your network at once. Wait a few seconds, and try again.",
  isUnexpected: false,
};

const UNEXPECTED = {
  title: "Something went wrong on our side",
  text: "It is not your fault, and nothing was changed. Trying again in a minute often helps.",
  isUnexpected: true,
};

/** @param response what a loader or action threw; undefined for a crash */
export function explainError(response: ErrorResponse | undefined): Explanation {
  if (!response) return UNEXPECTED;
  if (isExplained(response.data)) return { ...response.data, isUnexpected: false };
  if (response.status === 404) return NOT_FOUND;
  if (response.status === 405) return NOT_ALLOWED;
  if (response.status === 503) return BUSY;
  return response.status < 500
    ? { ...NOT_ALLOWED, title: "That request cannot be read" }
    : UNEXPECTED;
}

type Explained = { title: string; text: string; link?: Link; typed?: Typed[] };

function isExplained(data: unknown): data is Explained {
  return (
    has(data, "title") &&
    has(data, "text") &&
    (!("link" in data) || isLink(data.link)) &&
    (!("typed" in data) || isTyped(data.typed))
  );
}

function isTyped(data: unknown): data is Typed[] {
  return Array.isArray(data) && data.every((one) => has(one, "name") && has(one, "value"));
}

function isLink(data: unknown): data is Link {
  return has(data, "href") && has(data, "text");
}

function has<Name extends string>(data: unknown, name: Name): data is Record<Name, string> {
  return (
    typeof data === "object" &&
    data !== null &&
    typeof Object.entries(data).find(([key]) => key === name)?.[1] === "string"
  );
}
