import { Link } from "react-router";
import { readCommunityRules } from "#app/domain/site/community-rules.server.ts";
import { describeSite } from "#app/domain/site/site.server.ts";
import { paths } from "#app/paths.ts";
import { LinkPreview } from "#app/ui/link-preview.tsx";
import type { Route } from "./+types/route";
import { renderRules } from "./render-rules.server.ts";

export function loader() {
  return { siteName: describeSite().name, ...renderRules(readCommunityRules().markdown) };
}

export default function Rules({ loaderData: { siteName, title, html } }: Route.ComponentProps) {
  return (
    <article className="prose">
      <title>{`${title} · ${siteName}`}</title>
      <LinkPreview
        title={title}
        description={`What ${siteName} asks of everybody who posts.`}
        path={paths.rules}
      />
      <h1>{title}</h1>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: from Markdown without raw HTML */}
      <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
      <p className="soft">
        How moderators decide, and what they decided, stands on{" "}
        <Link to={paths.moderation}>rules and moderation</Link>.
      </p>
    </article>
  );
}
