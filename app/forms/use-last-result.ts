import { useState } from "react";

/**
 * What the server last answered to a form. React Router forgets it as soon as a link within the page is followed, such
 * as one from the error summary to its field, and what the answer brought would vanish from the form. What a later answer
 * does not say, such as one that never came, stays as it was.
 * @param loaderData what the form started with
 */
export function useLastResult<Loaded extends object, Reply extends object>(
  loaderData: Loaded,
  actionData: Reply | undefined,
): Loaded & Partial<Reply> {
  const [kept, setKept] = useState<{ last: Reply | undefined; all: Partial<Reply> }>({
    last: actionData,
    all: actionData ?? {},
  });
  if (actionData === undefined || actionData === kept.last) return { ...loaderData, ...kept.all };
  const all = { ...kept.all, ...actionData };
  setKept({ last: actionData, all });
  return { ...loaderData, ...all };
}
