import { useState } from "react";

/**
 * What the server last answered to a form. React Router forgets it as soon as a link within the page is followed, such
 * as one from the error summary to its field, and what the answer brought would vanish from the form.
 */
export function useReply<Reply>(actionData: Reply | undefined): Reply | undefined {
  const [kept, setKept] = useState(actionData);
  if (actionData !== undefined && actionData !== kept) setKept(actionData);
  return actionData ?? kept;
}
