# docker build -t holdfast .
FROM node:24-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY scripts scripts
COPY schema schema
COPY policies policies
COPY lib lib
RUN node scripts/build.mjs
# What the command takes at run time, and nothing else.
RUN npm ci --ignore-scripts --omit=dev --omit=peer

FROM node:24-slim
LABEL org.opencontainers.image.title="holdfast" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY LICENSE /opt/holdfast/LICENSE
COPY --from=build /build/package.json /opt/holdfast/package.json
COPY --from=build /build/node_modules /opt/holdfast/node_modules
COPY --from=build /build/schema /opt/holdfast/schema
COPY --from=build /build/dist /opt/holdfast/dist
RUN ln -s /opt/holdfast/dist/bin/holdfast.js /usr/local/bin/holdfast
ENV NODE_ENV=production
# The user that the image of Node brings (1000): it reads what is mounted here.
USER node
WORKDIR /src
ENTRYPOINT ["holdfast"]
CMD ["--help"]
