import type * as pulumi from "@pulumi/pulumi";

/** Methods that a route may match on: those that both dialects know. */
export const HttpMethod = {
  /** Reads. */
  Get: "GET",
  /** Reads the headers only. */
  Head: "HEAD",
  /** Sends something new. */
  Post: "POST",
  /** Replaces. */
  Put: "PUT",
  /** Deletes. */
  Delete: "DELETE",
  /** Opens a tunnel. */
  Connect: "CONNECT",
  /** Asks what is allowed, as preflights of browsers do. */
  Options: "OPTIONS",
  /** Asks for an echo. */
  Trace: "TRACE",
  /** Changes in part. */
  Patch: "PATCH",
} as const;
export type HttpMethod = (typeof HttpMethod)[keyof typeof HttpMethod];

/** Path of a request, without its query. Set one of `exact`, `prefix`, `regex`. */
export interface PathMatch {
  /** The whole path, e.g. `/login`. @default - not used @narrows */
  exact?: pulumi.Input<string>;
  /**
   * Beginning of the path, by whole elements and in both dialects alike: `/api` takes `/api` and
   * `/api/v1`, but not `/apix`.
   * @default - not used
   * @narrows
   */
  prefix?: pulumi.Input<string>;
  /** Regular expression (RE2) that the whole path fits. @default - not used @narrows */
  regex?: pulumi.Input<string>;
  /**
   * Dialect `istio` only: compares `exact` and `prefix` without regard to case.
   * @default false
   */
  ignoreCase?: pulumi.Input<boolean>;
}

/**
 * Header or query parameter with its value. Set one of `exact`, `prefix`, `regex` and `present`.
 * @narrows
 */
export interface ValueMatch {
  /** Name; of a header in lower case, e.g. `end-user`. */
  name: string;
  /** The whole value. @default - not used */
  exact?: pulumi.Input<string>;
  /** Beginning of the value. @default - not used */
  prefix?: pulumi.Input<string>;
  /** Regular expression (RE2) that the whole value fits. @default - not used */
  regex?: pulumi.Input<string>;
  /** `true`: every value fits, and only a missing one does not. @default - not used */
  present?: boolean;
}

/**
 * Cookie of a request. Set one of `exact`, `regex` and `present`.
 * @narrows
 */
export interface CookieMatch {
  /** Name of the cookie, e.g. `group`. */
  name: string;
  /** The whole value. @default - not used */
  exact?: pulumi.Input<string>;
  /**
   * Regular expression (RE2) that the whole value fits. Write `[^;]*` rather than `.*`, which runs on
   * into the next cookie.
   * @default - not used
   */
  regex?: pulumi.Input<string>;
  /** `true`: every value fits, and only a missing cookie does not. @default - not used */
  present?: boolean;
}

/**
 * Conditions that a request fits, all of them.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPMatchRequest
 * @narrows
 */
export interface RequestMatch {
  /** Path of the request. @default - any */
  path?: PathMatch;
  /** Method of the request. @default - any */
  method?: pulumi.Input<HttpMethod>;
  /** Headers, all of which fit. @default - any */
  headers?: ValueMatch[];
  /**
   * Cookie that fits. It is looked for in the header `cookie`, which `headers` cannot name as well.
   * @default - any
   */
  cookie?: CookieMatch;
  /** Query parameters, all of which fit. @default - any */
  queryParams?: ValueMatch[];
  /** Dialect `istio` only: headers that do not fit. @default - none */
  withoutHeaders?: ValueMatch[];
  /**
   * Dialect `istio` only, and in the mesh: labels of the calling workload, as far as it has a sidecar.
   * A waypoint does not know its callers' labels, and a gateway compares them with its own.
   * @default - any
   */
  sourceLabels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Dialect `istio` only, and in the mesh: namespace of the calling workload, as far as it has a
   * sidecar. A waypoint and a gateway compare it with their own.
   * @default - any
   */
  sourceNamespace?: pulumi.Input<string>;
  /** Dialect `istio` only: host that the request names, e.g. `shop.example.com`. @default - any */
  authority?: pulumi.Input<string>;
  /** Dialect `istio` only: port that the client called. @default - any */
  port?: pulumi.Input<number>;
}
