const names: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** A refusal in the classic shape; `send` decides its media type. */
export class ApiError extends Error {
  override name = 'ApiError' as const;
  readonly status: number;
  readonly errorClass: string;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    message: string,
    errorClass = 'Exception',
    headers: Record<string, string> = {},
  ) {
    super(message);
    this.status = status;
    this.errorClass = errorClass;
    this.headers = headers;
  }

  body(): Record<string, string> {
    return {
      httpCode: String(this.status),
      httpMessage: names[this.status] ?? '',
      message: this.message,
      errorClass: this.errorClass,
    };
  }
}

export const badRequest = (message: string): ApiError => new ApiError(400, message);

export const notFound = (what: string, id: string): ApiError =>
  new ApiError(404, `Object of type '${what}' not found with primary ID '${id}'.`);

/** A refused bearer token speaks another language than the rest of the API. */
export class TokenError extends Error {
  override name = 'TokenError' as const;

  body(): Record<string, string> {
    return {
      error: 'access_denied',
      error_description: 'The resource owner or authorization server denied the request.',
      hint: this.message,
    };
  }
}
