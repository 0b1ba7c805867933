# Debian-based: the Node.js that npm brings needs glibc. Nothing is compiled here, and no install script runs.
# Cards are set in two weights of one font; the other weights, source maps and type declarations stay behind.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build \
 && npm prune --omit=dev \
 && rm -rf node_modules/node-linux-* node_modules/node-win-* node_modules/.bin/node \
 && find node_modules/@fontsource/noto-sans-sc/files -type f ! -name '*-400-normal.woff' ! -name '*-700-normal.woff' -delete \
 && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' \) -delete

FROM node:24-bookworm-slim
ENV NODE_ENV=production CHECKPOINT_DATA=/data
WORKDIR /app
RUN install -d -o node -g node -m 0700 /data \
 && rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /opt/yarn-*
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/shared ./shared
COPY --from=build /app/server ./server
USER node
VOLUME /data
EXPOSE 8080
# Alive, not ready: a server whose database is away is not better for being started again.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/healthz').then(answer => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--disable-warning=ExperimentalWarning", "server/cli.ts"]
CMD ["serve", "--no-tls", "--host", "0.0.0.0", "--port", "8080"]
