import { paths } from "#app/paths.ts";
import "./ui/without-eval.ts";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useLocation,
  useRouteLoaderData,
} from "react-router";
import { describeSite } from "#app/domain/site/site.server.ts";
import { formerAddressMiddleware } from "#app/http/former-addresses.server.ts";
import { readOwnNotices } from "#app/http/own-notices.server.ts";
import { refusalMiddleware } from "#app/http/refusal.server.ts";
import { visitorContext } from "#app/http/request-context.server.ts";
import { visitorMiddleware } from "#app/http/visitor-middleware.server.ts";
import type { Route } from "./+types/root";
import { useFreshPageShow, useUnsentQuestions } from "./forms/use-page-as-left.ts";
import { isOwnPage } from "./own-pages.server.ts";
import { ErrorReference } from "./ui/error-reference.tsx";
import { explainError } from "./ui/explain-error.ts";
import { FlashMessage } from "./ui/flash-message.tsx";
import fontUrl from "./ui/fonts/bricolage-grotesque.woff2?url";
import { SitePictureContext } from "./ui/link-preview.tsx";
import { LostConnection, retryWhatIsLost } from "./ui/lost-connection.tsx";
import { NewCode } from "./ui/new-code.tsx";
import { NewCodeReminder } from "./ui/new-code-reminder.tsx";
import { useAskForOwnMarks } from "./ui/own-marks.ts";
import { sitePicture } from "./ui/pictures/site-picture.server.ts";
import { PostingStopNotice } from "./ui/posting-stop-notice.tsx";
import { ReadAt } from "./ui/read-at.tsx";
import { SiteFooter } from "./ui/site-footer.tsx";
import { SiteHeader } from "./ui/site-header.tsx";
import { StarSymbol } from "./ui/stars.tsx";
import stylesUrl from "./ui/styles/index.css?url";
import { TypedText } from "./ui/typed-text.tsx";
import { useFocusOnNewScreen } from "./ui/use-focus-on-new-screen.ts";
import { useSiteName } from "./ui/use-site-name.ts";

export const middleware: Route.MiddlewareFunction[] = [
  visitorMiddleware,
  refusalMiddleware,
  formerAddressMiddleware,
];

export const clientMiddleware = [retryWhatIsLost];

export const links: Route.LinksFunction = () => [
  { rel: "preload", href: fontUrl, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: stylesUrl },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "manifest", href: paths.manifest },
];

export async function loader({ context, url }: Route.LoaderArgs) {
  const visitor = context.get(visitorContext);
  const [flash, notices] = await Promise.all([
    visitor.shownFlash(),
    isOwnPage(url.pathname) ? readOwnNotices(context) : undefined,
  ]);
  return {
    site: describeSite(),
    sitePicture: sitePicture().address,
    flash,
    notices,
    newCode: flash?.showsCode ? await visitor.newCode() : undefined,
    hasNewCode: await visitor.hasNewCode(),
  };
}

// Reload after every navigation, so that a flash message shows only once; not after a rejected form.
export function shouldRevalidate({ actionStatus = 200 }: ShouldRevalidateFunctionArgs) {
  return actionStatus < 400;
}

export function Layout({ children }: { children: React.ReactNode }) {
  const siteName = useSiteName();
  const root = useRouteLoaderData<typeof loader>("root");
  useAskForOwnMarks();
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#fbf6ec" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#16130f" media="(prefers-color-scheme: dark)" />
        <meta name="application-name" content={siteName} />
        <SearchFromBrowser siteName={siteName} />
        <ReadAt />
        <Meta />
        <Links />
      </head>
      <body>
        <a className="skip-link" href="#main">
          Skip to the content
        </a>{" "}
        <SkipToPlaces />
        <StarSymbol />
        <SiteHeader siteName={siteName} queueLength={root?.notices?.queueLength} />
        <main id="main" className="wrap" tabIndex={-1}>
          {root?.hasNewCode && !root.newCode && <NewCodeReminder />}
          {root?.notices?.stop && <PostingStopNotice stop={root.notices.stop} />}
          {children}
        </main>
        <SiteFooter siteName={siteName} />
        <LostConnection />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

function useIsList(): boolean {
  const { pathname } = useLocation();
  return pathname === paths.home || pathname === paths.places();
}

/** Not on the list, which is the first visit and has its own search. */
function SearchFromBrowser({ siteName }: { siteName: string }) {
  if (useIsList()) return null;
  return (
    <link
      rel="search"
      type="application/opensearchdescription+xml"
      title={siteName}
      href={paths.openSearch}
    />
  );
}

/** On the list, past the search and the filters too. */
function SkipToPlaces() {
  if (!useIsList()) return null;
  return (
    <a className="skip-link" href="#results">
      Skip to the places
    </a>
  );
}

export default function Root({ loaderData }: Route.ComponentProps) {
  const { site, sitePicture, flash, newCode } = loaderData;
  useFocusOnNewScreen();
  useFreshPageShow();
  useUnsentQuestions();
  return (
    <SitePictureContext value={sitePicture}>
      <FlashMessage flash={flash}>
        {newCode && <NewCode newCode={newCode} siteName={site.name} />}
      </FlashMessage>
      <Outlet />
    </SitePictureContext>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const { title, text, link, typed, isUnexpected } = explainError(
    isRouteErrorResponse(error) ? error : undefined,
  );
  return (
    <div className="prose">
      <title>{title}</title>
      <h1>{title}</h1>
      <p>{text}</p>
      {link && (
        <p>
          <a href={link.href}>{link.text}</a>
        </p>
      )}
      {typed && typed.length > 0 && <TypedText typed={typed} />}
      {isUnexpected && <ErrorReference />}
      <p>
        <a className="button" href={paths.places()}>
          See all places
        </a>
      </p>
    </div>
  );
}
