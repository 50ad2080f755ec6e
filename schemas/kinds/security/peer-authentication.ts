// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.

export interface PeerAuthenticationSpec {
  mtls?: PeerAuthenticationMtls;
  portLevelMtls?: { [key: string]: PeerAuthenticationMtls };
  selector?: PeerAuthenticationSelector;
}

export interface PeerAuthenticationMtls {
  mode?: "UNSET" | "DISABLE" | "PERMISSIVE" | "STRICT";
}

export interface PeerAuthenticationSelector {
  matchLabels?: { [key: string]: string };
}
