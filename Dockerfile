ARG NODE_VERSION=24.21.0

FROM node:${NODE_VERSION}-bookworm-slim AS base
WORKDIR /app
ENV NODE_ENV=production CHECKPOINT_DISABLE=1 NPM_CONFIG_FUND=false NPM_CONFIG_AUDIT=false NPM_CONFIG_UPDATE_NOTIFIER=false
# Prisma's command line looks for it, and warns in every run where it is missing.
RUN apt-get update -q && apt-get install -qy --no-install-recommends openssl && rm -rf /var/lib/apt/lists/*

# What npm's postinstall needs to generate the Prisma Client.
FROM base AS manifest
COPY package.json package-lock.json prisma.config.ts ./
COPY prisma/schema.prisma prisma/
COPY prisma/schema-engine prisma/schema-engine
COPY app/db/settings.ts app/db/

FROM manifest AS build
RUN --mount=type=cache,target=/root/.npm npm ci --include=dev
COPY . .
RUN npm run build

FROM manifest AS dependencies
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev
# Most of the weight never runs here: the compiler, Prisma's studio and its PostgreSQL for development, and what serves other
# databases and other kinds of machine.
RUN cd node_modules \
  && rm -r typescript @typescript @types better-sqlite3/deps @electric-sql @visx elkjs lodash \
    @prisma/studio-core/dist/ui @prisma/studio-core/dist/metafile* @prisma/dev/dist/runtime-assets \
    @prisma/streams-local @prisma/query-plan-executor effect/src effect/dist/dts effect/dist/esm prisma/build/studio.js \
  && find prisma/build -name 'query_compiler_*' ! -name '*sqlite*' -delete \
  && find @prisma/client/runtime -name 'query_compiler_*' ! -name 'query_compiler_small_bg.sqlite.*' -delete \
  && find better-sqlite3/prebuilds -mindepth 1 -maxdepth 1 ! -name 'linux-*' -exec rm -r {} +

# Litestream, for sites that copy their database to a bucket. Its package is for one kind of machine only.
FROM base AS litestream
COPY scripts/litestream scripts/litestream
RUN npm ci --prefix scripts/litestream && mkdir -p scripts/litestream/node_modules

FROM base
# `flyctl ssh console` may open in another folder than the site's: `npx prisma db seed` works in any.
RUN printf '#!/bin/sh\ncd /app && exec node_modules/.bin/prisma "$@"\n' >/usr/local/bin/prisma \
  && chmod 755 /usr/local/bin/prisma \
  && install --directory --owner=node --group=node /data
COPY --from=dependencies /app/node_modules node_modules
COPY --from=dependencies /app/app/db/generated app/db/generated
COPY package.json prisma.config.ts ./
COPY public public
COPY scripts scripts
COPY prisma prisma
COPY app/db app/db
COPY app/domain app/domain
COPY server server
COPY --from=litestream /app/scripts/litestream/node_modules scripts/litestream/node_modules
COPY --from=build /app/build build

# `flyctl deploy --build-arg COMMIT=$(git rev-parse --short HEAD)`: the status tells it.
ARG COMMIT=
ENV COMMIT=$COMMIT

ENV DATABASE_URL=file:/data/sqlite.db HOST=0.0.0.0 PORT=3000
EXPOSE 3000
HEALTHCHECK --start-period=60s --timeout=5s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Starts as root to hand the volume to the user `node`, and becomes that user before anything else runs.
ENTRYPOINT ["/app/scripts/entrypoint.sh"]
CMD ["--in-container"]
