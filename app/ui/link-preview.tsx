import { createContext, useContext } from "react";

/** Set on the server only. */
export const OriginContext = createContext<string | undefined>(undefined);

/** "https://food.example.org": links for other places than the site itself are whole. */
export function useOrigin(): string {
  return useContext(OriginContext) ?? window.location.origin;
}

/** The address of the picture of pages that have none of their own. */
export const SitePictureContext = createContext<string | undefined>(undefined);

type Props = {
  title: string;
  description: string;
  /** The page's own, without what only turns its pages. */
  path: string;
  /** The page's own with which of its pages it is, where that is another. */
  canonicalPath?: string;
  picture?: { path: string; words: string } | undefined;
};

/** What chats and search engines show of a link to this page. A page of somebody's own has none. */
export function LinkPreview({ title, description, path, canonicalPath = path, picture }: Props) {
  const origin = useOrigin();
  const sitePicture = useContext(SitePictureContext);
  const shown = picture?.path ?? sitePicture;
  return (
    <>
      <link rel="canonical" href={origin + canonicalPath} />
      <meta name="description" property="og:description" content={description} />
      <meta property="og:title" content={title} />
      <meta property="og:url" content={origin + path} />
      {shown && (
        <>
          <meta property="og:image" content={origin + shown} />
          {picture && <meta property="og:image:alt" content={picture.words} />}
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
    </>
  );
}
