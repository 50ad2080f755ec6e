import type * as pulumi from "@pulumi/pulumi";
import type { PolicyArgs } from "../policy-args";

/** A header that holds the token. */
export interface JwtHeader {
  /** Name of the header, e.g. `x-token`. */
  name: pulumi.Input<string>;
  /** Text before the token, with the space if there is one, e.g. `"Bearer "`. @default - none */
  prefix?: pulumi.Input<string>;
}

/** A claim that the workload gets as a header. */
export interface JwtClaimHeader {
  /** Name of the header: letters, digits, `-` and `_`. A client's own value of it is dropped. */
  header: pulumi.Input<string>;
  /** Name of the claim, which is text, a number or a boolean; `a.b` for a nested one. */
  claim: pulumi.Input<string>;
}

/**
 * Who signs tokens, and where they are found in a request.
 * @see https://istio.io/latest/docs/reference/config/security/request_authentication/#JWTRule
 */
export interface JwtIssuer {
  /** The `iss` of its tokens, e.g. `https://accounts.example.com`. */
  issuer: pulumi.Input<string>;
  /**
   * Address of its public keys. istiod fetches them. Not together with `jwks`.
   * @default - found through the issuer's OpenID configuration, unless `jwks` is set
   */
  jwksUri?: pulumi.Input<string>;
  /** Its public keys themselves, as a JSON Web Key Set. @default - fetched from `jwksUri` @secret */
  jwks?: pulumi.Input<string>;
  /** Audiences of which a token has to name one. @default - any @narrows */
  audiences?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Headers in which a token is looked for.
   * @default - `Authorization: Bearer` and the parameter `access_token`, unless a place is named
   * @narrows
   */
  fromHeaders?: JwtHeader[];
  /** Query parameters in which a token is looked for. @default - see `fromHeaders` @narrows */
  fromParams?: pulumi.Input<pulumi.Input<string>[]>;
  /** Cookies in which a token is looked for. @default - none @narrows */
  fromCookies?: pulumi.Input<pulumi.Input<string>[]>;
  /** Whether the workload gets the token too. @default false */
  forwardOriginalToken?: pulumi.Input<boolean>;
  /** Header in which the workload gets the token's payload in Base64. @default - none */
  outputPayloadToHeader?: pulumi.Input<string>;
  /** Claims that the workload gets as headers. @default - none */
  outputClaimToHeaders?: JwtClaimHeader[];
  /** Claims that hold a list separated by spaces, beside `scope`. @default - none */
  spaceDelimitedClaims?: pulumi.Input<pulumi.Input<string>[]>;
  /** How long fetching the keys may take, e.g. `"5s"`. @default "5s" */
  timeout?: pulumi.Input<string>;
}

/** Whose tokens are accepted, and whether a request needs one. */
export interface JwtAuthenticationArgs extends PolicyArgs {
  /**
   * Issuers whose tokens are accepted. A request with any other token is refused with 401.
   * @formerly issuers
   */
  jwtRules: JwtIssuer[];
  /**
   * Whether a request without a token is refused with 403. Otherwise it passes, and authorization
   * has to decide.
   * @default false
   * @see https://istio.io/latest/docs/tasks/security/authentication/authn-policy/#require-a-valid-token
   * @narrows
   */
  require?: boolean;
  /**
   * With `require`: paths that need no token, e.g. `/healthz`, or `/public/*` for all that begins so.
   * Compared as `paths` of an `Authorization` are; what an application makes of `/public/..%2Fadmin` is
   * its own affair, unless `pathNormalization` of the mesh config decodes it.
   * @default - none
   */
  exemptPaths?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * With `require`: whether a browser's preflight passes, which never carries a token: `OPTIONS` with the
   * headers `origin` and `access-control-request-method`. Any other `OPTIONS` needs one.
   * @default - true where an `AppGateway` declared before it gives routes of this gateway `corsPolicy`,
   * otherwise false
   * @see https://developer.mozilla.org/en-US/docs/Glossary/Preflight_request
   */
  allowPreflight?: boolean;
  /**
   * With `require`: ports that the container listens on for HTTP. Traffic without HTTP never has a
   * token, so at the ports of the policy it is refused.
   * @default - all ports
   * @narrows
   */
  ports?: pulumi.Input<pulumi.Input<number>[]>;
  /**
   * Name of the RequestAuthentication; the policy of `require` has `-require-token` behind it.
   * @default - the component's name
   */
  name?: pulumi.Input<string>;
}
