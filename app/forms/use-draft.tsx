import { useLayoutEffect, useRef, useState } from "react";
import { useLocation, useNavigationType } from "react-router";
import { agoInWords } from "#app/domain/text/counting.ts";
import {
  ageOf,
  type Draft,
  differs,
  fillIn,
  findDraft,
  focusFirst,
  forgetDraftsAt,
  isDocumentAskedFor,
  isTouched,
  keepDraft,
  timeOfOpening,
  typedIn,
} from "#app/ui/drafts.ts";
import { useScripts } from "#app/ui/use-scripts.ts";

type Options = {
  /** An opaque key of the member; undefined when signed out. */
  owner: string | undefined;
  /** Whether the site has given the form back as it was typed. */
  isGivenBack?: boolean;
};

/**
 * Keeps what is typed until it is posted. Going back and reloading bring it back, as they do in browsers without scripts;
 * who opens the form anew is asked.
 */
export function useDraft({ owner, isGivenBack = false }: Options) {
  const form = useRef<HTMLFormElement>(null);
  const { pathname, search } = useLocation();
  const address = pathname + search;
  const isPop = useNavigationType() === "POP";
  const isInNewDocument = useRef(!useScripts()).current;
  const openedAt = useRef(0);
  const [found, setFound] = useState<{ draft: Draft; isFilledIn: boolean }>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each form that is opened
  useLayoutEffect(() => {
    setFound(undefined);
    openedAt.current = timeOfOpening();
    if (!form.current) return;
    const draft = isGivenBack ? undefined : findDraft(owner, address);
    if (draft && differs(draft.values, form.current)) {
      const isFilledIn = isPop && !(isInNewDocument && isDocumentAskedFor());
      if (isFilledIn) fillIn(form.current, draft.values, { onlyUntouched: true });
      setFound({ draft, isFilledIn });
    }
    if (isGivenBack || isTouched(form.current)) keep();
  }, [address, owner]);

  function keep() {
    if (!form.current) return;
    keepDraft({ owner, address, openedAt: openedAt.current }, typedIn(form.current));
  }

  function bringBack() {
    if (!form.current || !found) return;
    fillIn(form.current, found.draft.values);
    focusFirst(form.current);
    keep();
    setFound({ ...found, isFilledIn: true });
  }

  function startAgain() {
    if (!form.current) return;
    form.current.reset();
    focusFirst(form.current);
    forgetDraftsAt(pathname);
    setFound(undefined);
  }

  const version = found?.draft.values.find(([name]) => name === "version")?.[1];
  return {
    formProps: { ref: form, onInput: keep },
    notice: found && { ...found, bringBack, startAgain },
    /** By it what others have changed since is found out. */
    version: found?.isFilledIn ? version : undefined,
  };
}

type Notice = { draft: Draft; isFilledIn: boolean; bringBack: () => void; startAgain: () => void };

export function DraftNotice({ notice }: { notice: Notice | undefined }) {
  const ago = notice && agoInWords(ageOf(notice.draft));
  return (
    <div className="draft-status" role="status">
      {notice?.isFilledIn === true && (
        <div className="notice draft">
          <p>This is what you typed {ago}.</p>
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={notice.startAgain}
          >
            Start again
          </button>
        </div>
      )}
      {notice?.isFilledIn === false && (
        <div className="notice draft">
          <p>You have typed something here before, and not sent it.</p>
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={notice.bringBack}
          >
            Bring back what you typed {ago}
          </button>
        </div>
      )}
    </div>
  );
}
