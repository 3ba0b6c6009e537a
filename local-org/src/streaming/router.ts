import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import { accessTokenOf, currentUser } from '../http/authenticate.ts';
import type { Org } from '../org.ts';
import { answerMessage, SESSION_COOKIE, type Caller } from './answer-message.ts';
import { refusal, STREAMING_ERRORS, type BayeuxRequest } from './bayeux.ts';
import { createStreamingSessions } from './streaming-sessions.ts';

const MAX_BODY_BYTES = 32_768;
const OLDEST_VERSION = 37;

/** The Streaming API: Bayeux over long polling, for the channels of Change Data Capture. */
export function streamingRouter(org: Org): Router {
  const router = Router();
  const sessions = createStreamingSessions(org.now);
  const json = express.json({ limit: MAX_BODY_BYTES });

  const answer: RequestHandler = async (req, res) => {
    const messages = [req.body as BayeuxRequest | BayeuxRequest[]].flat();
    const versionError = checkVersion(String(req.params.version ?? ''));
    if (versionError !== null) {
      return void res.status(400).json(messages.map((message) => refusal(message, versionError, 'none')));
    }
    const caller = callerOf(org, req, res);
    const replies = await Promise.all(
      messages.map((message) => answerMessage(org, sessions, message, caller)),
    );
    if (!res.writableEnded && !res.destroyed) res.json(replies.flat());
  };
  // Clients of CometD add the kind of message to the path.
  router.post(['/cometd', '/cometd/:version', '/cometd/:version/:kind'], json, answer);
  return router;
}

function checkVersion(text: string): string | null {
  if (text === '') return STREAMING_ERRORS.versionMissing;
  const isKnown = /^\d+\.0$/.test(text) && Number(text) >= OLDEST_VERSION;
  return isKnown ? null : STREAMING_ERRORS.versionUnsupported;
}

function callerOf(org: Org, req: Request, res: Response): Caller {
  const cookies = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const isBearer = req.headers.authorization !== undefined;
  return {
    // A browser's cookie opens no stream: any page could ask in its name.
    token: isBearer ? accessTokenOf(req) : undefined,
    user: isBearer ? currentUser(org, req) : undefined,
    cookie: cookies.find((pair) => pair.startsWith(`${SESSION_COOKIE}=`))?.slice(SESSION_COOKIE.length + 1),
    setCookie: (value) => void res.cookie(SESSION_COOKIE, value, { httpOnly: true, path: '/' }),
    onGone: (listener) => void res.on('close', listener),
  };
}
