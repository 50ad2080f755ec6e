import type * as pulumi from "@pulumi/pulumi";
import type { CorsOptions } from "./cors-args";
import type { FaultInjection } from "./fault-args";
import type { HeaderOptions } from "./header-changes-args";
import type { Mirror } from "./mirror-args";
import type { Retries } from "./retries-args";

/** Schemes that a request may be redirected to. */
export const RedirectScheme = {
  /** Plain text. */
  Http: "http",
  /** TLS. */
  Https: "https",
} as const;
export type RedirectScheme = (typeof RedirectScheme)[keyof typeof RedirectScheme];

/**
 * Changes host or path before the request goes on. Set `path`, `prefix` or neither.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRewrite
 */
export interface Rewrite {
  /** Takes the place of the whole path; the query stays. @default - not used */
  path?: pulumi.Input<string>;
  /**
   * Takes the place of the matched beginning of the path: `/v2` makes `/v2/items` of `/api/items`
   * where `/api` was matched. Needs exactly one match, and one by `path.prefix`.
   * @default - not used
   */
  prefix?: pulumi.Input<string>;
  /** Host that the service sees, a DNS name. @default - the request's own */
  host?: pulumi.Input<string>;
}

/**
 * Answers with a new address instead of calling a service. At least one field is needed.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRedirect
 */
export interface Redirect {
  /** Scheme of the new address. @default - the request's own */
  scheme?: pulumi.Input<RedirectScheme>;
  /** Host of the new address. @default - the request's own */
  host?: pulumi.Input<string>;
  /** Port of the new address. @default - the usual one of `scheme`, without it the request's own */
  port?: pulumi.Input<number>;
  /** The whole path of the new address. @default - the request's own */
  path?: pulumi.Input<string>;
  /**
   * Takes the place of the matched beginning of the path. Needs exactly one match, and one by
   * `path.prefix`. Not beside `path`.
   * @default - not used
   */
  prefix?: pulumi.Input<string>;
  /** Status of the answer: 301, 302, 303, 307 or 308. @default 301 */
  code?: pulumi.Input<number>;
}

/**
 * What happens to a request on its way, for routes of every component. The dialect `gateway-api` has
 * no faults and refuses them, and retries from Gateway API 1.7 on.
 */
export interface HttpOptions {
  /**
   * How long the whole request may take, retries included, e.g. `"2s"`; 504 afterwards.
   * @default - no limit, as in Istio
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRoute
   */
  timeout?: pulumi.Input<string>;
  /**
   * What is tried again after a failure. In dialect `gateway-api` where a `ControlPlane` of the program
   * installs Gateway API 1.7 or newer.
   * @default - Istio's default of two retries; for the whole mesh `meshConfig.defaultHttpRetryPolicy`
   */
  retries?: Retries;
  /** Dialect `istio` only: failures on purpose. @default - none */
  fault?: FaultInjection;
  /** Changes to host or path. @default - none */
  rewrite?: Rewrite;
  /** Changes to headers. @default - none */
  headers?: HeaderOptions;
  /**
   * Cross-origin rules of the browser.
   * @default - none
   * @formerly cors
   */
  corsPolicy?: CorsOptions;
  /** Services that get a copy of the requests. @default - none */
  mirrors?: Mirror[];
}
