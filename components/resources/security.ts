import type * as pulumi from "@pulumi/pulumi";
import { meshKind } from "./mesh-kind";

export interface PeerAuthenticationSpec {
  mtls: { mode: pulumi.Input<string> };
  selector?: { matchLabels: Record<string, pulumi.Input<string>> };
}

/** @see https://istio.io/latest/docs/reference/config/security/peer_authentication/ */
export const peerAuthentication = meshKind<PeerAuthenticationSpec>(
  "security.istio.io",
  "PeerAuthentication",
  ["v1", "v1beta1"],
);
