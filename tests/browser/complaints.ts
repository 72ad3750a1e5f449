import type { BrowserContext } from "@playwright/test";

// Chromium says this of every answer that is an error, on purpose or not.
const ERROR_STATUS = /^Failed to load resource: the server responded with a status of 4\d\d/;

/**
 * Collects what must never happen on any screen: a request to somebody else, something that the content security policy
 * refuses, an error or a warning in the console.
 */
export function listenForComplaints(context: BrowserContext, origin: string): string[] {
  const complaints: string[] = [];
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url)) {
      complaints.push(`request to ${url}`);
    }
  });
  context.on("console", (message) => {
    const isBad = message.type() === "error" || message.type() === "warning";
    if (isBad && !ERROR_STATUS.test(message.text())) {
      complaints.push(`${message.type()}: ${message.text()}`);
    }
  });
  context.on("weberror", (error) => complaints.push(`exception: ${error.error().message}`));
  return complaints;
}
