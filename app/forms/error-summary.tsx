import { useEffect, useRef } from "react";

export type Problem = {
  /** The id of the control that the problem is with, or undefined when it is with the form as a whole. */
  controlId: string | undefined;
  message: string;
};

type Props = {
  problems: Problem[];
  /** Changes with every attempt to send the form, so that each failed one moves the focus here. */
  attempt: unknown;
};

/** What has to be mended before a form can be sent, with links to where. Stands above the heading. */
export function ErrorSummary({ problems, attempt }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const isShown = problems.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another failed attempt is a reason to say it again
  useEffect(() => {
    if (isShown) element.current?.focus();
  }, [isShown, attempt]);
  if (!isShown) return null;
  return (
    <div
      className="error-summary"
      role="alert"
      tabIndex={-1}
      ref={element}
      aria-labelledby="problem"
    >
      <h2 id="problem">There is a problem</h2>
      <ul>
        {problems.map(({ controlId, message }) => (
          <li key={message}>{controlId ? <a href={`#${controlId}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
}
