import type { BrowserContext } from "@playwright/test";

// Chromium reports every error status, intended or not.
const ERROR_STATUS = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** Collects requests to other sites, violations of the content security policy, and console errors and warnings. */
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
