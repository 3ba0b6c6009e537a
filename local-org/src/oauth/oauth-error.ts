/** An error of the token endpoint, worded as an org words it: `{"error": …, "error_description": …}`. */
export class OAuthError extends Error {
  readonly error: string;
  readonly httpStatus: number;

  constructor(error: string, description: string, httpStatus = 400) {
    super(description);
    this.name = 'OAuthError';
    this.error = error;
    this.httpStatus = httpStatus;
  }

  toBody(): { error: string; error_description: string } {
    return { error: this.error, error_description: this.message };
  }
}
