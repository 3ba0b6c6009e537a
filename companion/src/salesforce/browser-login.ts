import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { BrowserLogin } from '../usecases/connection-ports.ts';
import { requestToken } from './request-token.ts';

const withRefreshToken = z.looseObject({ refresh_token: z.string().min(1) });

/**
 * The web-server flow with PKCE.
 * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_web_server_flow.htm
 */
export const browserLogin: BrowserLogin = {
  authorizeUrl({ loginUrl, clientId, redirectUri, state, challenge }) {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectUri,
      scope: 'api refresh_token',
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
    return `${loginUrl}/services/oauth2/authorize?${query}`;
  },

  async redeemCode({ loginUrl, clientId, clientSecret, redirectUri, code, verifier }) {
    const { session, answer } = await requestToken(loginUrl, 'web-server', {
      grant_type: 'authorization_code',
      ...{ client_id: clientId, redirect_uri: redirectUri, code, code_verifier: verifier },
      ...(clientSecret === null ? {} : { client_secret: clientSecret }),
    });
    const granted = withRefreshToken.safeParse(answer);
    if (!granted.success) {
      throw new AppError(
        'LOGIN_REFUSED',
        `${loginUrl} gave no refresh token: add the scope "Perform requests at any time (refresh_token)" to the app.`,
      );
    }
    return { refreshToken: granted.data.refresh_token, orgId: session.orgId };
  },
};
