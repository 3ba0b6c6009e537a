# syntax=docker/dockerfile:1
# The companion alone: what runs beside a PostgreSQL and talks to an org. docs/run.md tells how to use it.

# The Node that package.json pins.
ARG NODE_IMAGE=node:24.9.0-bookworm-slim

# What the companion needs to be built: Prisma's generator. No install script runs; husky is for a checkout.
FROM ${NODE_IMAGE} AS build
WORKDIR /app
ENV CHECKPOINT_DISABLE=1 PRISMA_HIDE_UPDATE_MESSAGE=1
COPY package.json package-lock.json ./
COPY companion/package.json companion/package.json
COPY local-org/package.json local-org/package.json
COPY e2e/package.json e2e/package.json
RUN npm ci --workspace companion --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY companion/prisma companion/prisma
COPY companion/prisma.config.ts companion/prisma.config.ts
COPY companion/scripts companion/scripts
COPY companion/src companion/src
RUN node companion/scripts/generate.ts \
  && find companion/src -name '*.test.ts' -delete \
  && find companion/src -type d -name testing -prune -exec rm -r {} +

# What it needs to run, and nothing else.
FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json ./
COPY companion/package.json companion/package.json
COPY local-org/package.json local-org/package.json
COPY e2e/package.json e2e/package.json
RUN npm ci --workspace companion --omit=dev --ignore-scripts --no-audit --no-fund \
# Optional peers of Prisma's client that only its command line uses, which is not needed here.
  && rm -rf node_modules/prisma node_modules/typescript node_modules/effect node_modules/elkjs \
    node_modules/@prisma/dev node_modules/@prisma/engines node_modules/@prisma/fetch-engine \
  && mkdir -p companion/node_modules \
  && npm cache clean --force

FROM ${NODE_IMAGE} AS companion
WORKDIR /app
# Outside a container it listens on the loopback only; here the container's own address is what others reach.
ENV NODE_ENV=production COMPANION_HOST=0.0.0.0 COMPANION_PORT=4610
COPY --from=packages /app/node_modules node_modules
COPY --from=packages /app/companion/node_modules companion/node_modules
COPY --from=build /app/companion/prisma companion/prisma
COPY --from=build /app/companion/scripts companion/scripts
COPY --from=build /app/companion/src companion/src
COPY package.json LICENSE ./
COPY companion/package.json companion/package.json
# The image's own user without rights; nothing of /app is hers to write.
USER node
EXPOSE 4610
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "companion/scripts/check-health.ts"]
# Node is the first process and hears SIGTERM itself: no shell and no npm in between.
CMD ["node", "--disable-warning=ExperimentalWarning", "companion/src/main.ts"]
