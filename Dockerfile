# Builds the server, then keeps only what it needs at run time: no compiler, no package manager's cache, no tests.
FROM node:20-slim AS build
WORKDIR /plenary
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:20-alpine
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /plenary
COPY --from=build /plenary/package.json ./package.json
COPY --from=build /plenary/node_modules ./node_modules
COPY --from=build /plenary/dist ./dist
COPY --from=build /plenary/schema ./schema
COPY --from=build /plenary/seeds ./seeds
COPY --from=build /plenary/build ./build
# Nothing of the above belongs to this user, so the server cannot change itself; the file system may be read-only.
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/main.js"]
CMD ["serve"]
