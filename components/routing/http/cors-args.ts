import type * as pulumi from "@pulumi/pulumi";

/**
 * Cross-origin rules of the browser, which the proxy answers in the service's stead.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#CorsPolicy
 */
export interface CorsOptions {
  /**
   * Origins that may call: `https://shop.example.com`, with a port if it is not the usual one;
   * `https://*.example.com` for all hosts below a domain; `*` for all, which `allowCredentials` excludes.
   * Applications have schemes of their own: `capacitor://localhost`.
   */
  allowOrigins: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Methods that may be used, or `*`, which browsers take for all only without credentials.
   * @default - those that browsers allow anyway: GET, HEAD and POST
   */
  allowMethods?: pulumi.Input<pulumi.Input<string>[]>;
  /** Headers that scripts may send. @default - those that browsers allow anyway */
  allowHeaders?: pulumi.Input<pulumi.Input<string>[]>;
  /** Headers of the answer that scripts may read. @default - those that browsers show anyway */
  exposeHeaders?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * How long a browser may remember the answer, in whole seconds, e.g. `"24h"`.
   * @default "5s"
   */
  maxAge?: pulumi.Input<string>;
  /**
   * Whether cookies and other credentials may be sent; then origins, methods and headers are listed one
   * by one.
   * @default false
   * @see https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS#credentialed_requests_and_wildcards
   */
  allowCredentials?: pulumi.Input<boolean>;
  /**
   * Dialect `istio` only: whether a preflight from an origin that may not call goes on to the service.
   * @default false
   */
  forwardUnmatchedPreflights?: pulumi.Input<boolean>;
}
