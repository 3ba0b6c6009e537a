import path from 'node:path';
import express, { Router } from 'express';
import { packageRoot } from '../../lightning/build/paths.ts';

const ONE_DAY_MS = 24 * 60 * 60 * 1000;

/** The design system's stylesheet, fonts, images and icon sprites, and our own few files. */
export function assetRouter(): Router {
  const router = Router();
  const design = path.join(packageRoot('@salesforce-ux/design-system'), 'assets');
  router.use(
    '/assets',
    express.static(path.join(import.meta.dirname, '..', '..', 'lightning', 'assets'), { index: false }),
  );
  router.use('/assets', express.static(design, { maxAge: ONE_DAY_MS, index: false }));
  router.get('/favicon.ico', (_req, res) => res.redirect(301, '/assets/favicon.svg'));
  return router;
}
