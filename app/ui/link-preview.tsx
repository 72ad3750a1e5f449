import { createContext, useContext } from "react";
import { PICTURE_SIZE } from "./pictures/picture-content.ts";
import { useOrigin } from "./use-origin.ts";
import { useSiteName } from "./use-site-name.ts";

/** The address of the picture of pages that have none of their own. */
export const SitePictureContext = createContext<string | undefined>(undefined);

type Props = {
  title: string;
  description: string;
  /** The page's own, without what only turns its pages. */
  path: string;
  picture?: { path: string; words: string } | undefined;
};

/** What chats and search engines show of a link to this page. A page of somebody's own has none. */
export function LinkPreview({ title, description, path, picture }: Props) {
  const origin = useOrigin();
  const siteName = useSiteName();
  const sitePicture = useContext(SitePictureContext);
  const shown = picture ?? (sitePicture && { path: sitePicture, words: siteName });
  return (
    <>
      <meta name="description" property="og:description" content={description} />
      <meta property="og:title" content={title} />
      <meta property="og:site_name" content={siteName} />
      <meta property="og:type" content="website" />
      <meta property="og:url" content={origin + path} />
      {shown && (
        <>
          <meta property="og:image" content={origin + shown.path} />
          <meta property="og:image:width" content={String(PICTURE_SIZE.width)} />
          <meta property="og:image:height" content={String(PICTURE_SIZE.height)} />
          <meta property="og:image:alt" content={shown.words} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
    </>
  );
}
