/** Who brings the definitions of the Gateway API. */
export const GatewayApiMode = {
  /** The component. */
  Install: "install",
  /** Somebody else; an update fails when they are not there. */
  Expect: "expect",
  /** Nobody looks. */
  Skip: "skip",
} as const;
export type GatewayApiMode = (typeof GatewayApiMode)[keyof typeof GatewayApiMode];
