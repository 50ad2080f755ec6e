import type * as pulumi from "@pulumi/pulumi";
import type { Claim } from "../program/part";

/** A gateway with the host whose requests there a component routes. */
export interface GatewayHost {
  /** `namespace/name` of the gateway. */
  gateway: pulumi.Input<string>;
  host: pulumi.Input<string>;
  /** Argument that names the host, or the gateway. */
  path: string;
  /** What to do when another component routes the host there already. */
  way: string;
}

/** Of two lists of routes for one host at one gateway nobody can say which is asked first. */
export const gatewayHostClaim = ({ gateway, host, path, way }: GatewayHost): Claim => ({
  what: "host at the gateway",
  key: [gateway, host],
  path,
  way,
});
