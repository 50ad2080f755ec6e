/** Schemes that a request may be redirected to. */
export const RedirectScheme = {
  /** Plain text. */
  Http: "http",
  /** TLS. */
  Https: "https",
} as const;
export type RedirectScheme = (typeof RedirectScheme)[keyof typeof RedirectScheme];
