import type { RequestHandler } from 'express';

/** Reads `//services/data` as `/services/data`: clients join an instance URL that ends in a slash with a path. */
export const collapseSlashes: RequestHandler = (req, _res, next) => {
  const [path = '', ...query] = req.url.split('?');
  req.url = [path.replace(/\/{2,}/g, '/'), ...query].join('?');
  next();
};
