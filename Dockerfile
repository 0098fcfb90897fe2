# Pin the image by digest for production: docker buildx imagetools inspect node:26-trixie-slim
ARG NODE_IMAGE=node:26-trixie-slim

FROM ${NODE_IMAGE} AS parts
WORKDIR /daybook
COPY package.json package-lock.json ./
# The image brings the Node that desks get as a package.
RUN npm ci --omit=dev --ignore-scripts \
  && rm -rf node_modules/node-linux-* node_modules/node-bin-* node_modules/node-win-* node_modules/.bin

FROM ${NODE_IMAGE}
ENV NODE_ENV=production PORT=3000 DAYBOOK_DATA_DIR=/data
WORKDIR /daybook
COPY --from=parts /daybook/node_modules ./node_modules
COPY . .
# Where the key file lies when ENCRYPTION_KEYS is not set; all else may be read-only.
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# No shell and no npm in between: SIGTERM reaches Daybook, which stops within ten seconds.
STOPSIGNAL SIGTERM
ENTRYPOINT ["node"]
CMD ["--max-semi-space-size=2", "--import", "./src/compile-cache.js", "src/main.ts"]
