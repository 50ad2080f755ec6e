import type * as pulumi from "@pulumi/pulumi";

/**
 * Header that a request has. Set one of `exact`, `prefix`, `regex` and `present`.
 * @narrows
 */
export interface RateLimitHeader {
  /** Name of the header in lower case; `:path` (with its query) and `:method` are allowed. */
  name: pulumi.Input<string>;
  /**
   * The whole value. For `:path` without `?` in it that is the path, whatever query goes with it.
   * @default - not used
   */
  exact?: pulumi.Input<string>;
  /**
   * Beginning of the value.
   * @default - not used
   */
  prefix?: pulumi.Input<string>;
  /**
   * Regular expression (RE2) that the whole value fits.
   * @default - not used
   */
  regex?: pulumi.Input<string>;
  /**
   * `true`: any value fits, and only a missing header does not.
   * @default - not used
   */
  present?: boolean;
}
