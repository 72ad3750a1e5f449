import { forgetAllDrafts } from "#app/ui/drafts.ts";

/** @param signedOutTo where the site leads whoever it has signed out */
export async function forgetOnceSignedOut<Reply>(
  answer: Promise<Reply>,
  signedOutTo: string,
): Promise<Reply> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Response && error.headers.get("Location") === signedOutTo) {
      forgetAllDrafts();
    }
    throw error;
  }
}
