import { resolve } from 'node:path';

import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

import type { PagesFolder } from './collector-options.js';

/** Nothing from elsewhere, and no script or style inside the page. `blob:` is for files that a page makes itself. */
export const PAGES_POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

/** Serves finished files, with ranges so that a clip can be sought in. */
export async function addPages(server: FastifyInstance, pages: readonly PagesFolder[]): Promise<void> {
  for (const [index, { folder, prefix, policy = PAGES_POLICY }] of pages.entries()) {
    await server.register(fastifyStatic, {
      root: resolve(folder),
      // Without the slash at its end, so that `/hr` leads to `/hr/`.
      prefix: prefix.length > 1 && prefix.endsWith('/') ? prefix.slice(0, -1) : prefix,
      // Only one registration may add `reply.sendFile`.
      decorateReply: index === 0,
      dotfiles: 'ignore',
      redirect: true,
      cacheControl: false,
      setHeaders(response) {
        // Ask again each time, and mostly hear "not modified": files keep their names when they change.
        response.setHeader('cache-control', 'no-cache');
        if (policy !== false) response.setHeader('content-security-policy', policy);
      },
    });
  }
}
