import { type ControlPlaneArgs, GatewayApiMode } from "./control-plane-args";
import type { ControlPlaneChoices } from "./control-plane-choices";
import { Platform } from "./profile";

/** Clusters that bring the definitions of the Gateway API along, or may do so, and who owns them there. */
const bringThem: Partial<Record<Platform, string>> = {
  [Platform.K3s]: "K3s brings them with its bundled Traefik",
  [Platform.K3d]: "K3s brings them with its bundled Traefik",
  [Platform.GKE]: "GKE brings them where its Gateway API is switched on, as Autopilot does",
  [Platform.OpenShift]: "OpenShift 4.19 and later brings them, and lets nobody else change them",
};

/** Whether a cluster has definitions is seen only when they are created; the platform tells before. */
export function gatewayApiWarnings(
  owner: string,
  { platform, gatewayApi }: ControlPlaneArgs,
  choices: ControlPlaneChoices,
): string[] {
  const why = platform && bringThem[platform];
  return why && gatewayApi?.mode === undefined && choices.gatewayApi === GatewayApiMode.Install
    ? [
        `${owner}: gatewayApi.mode: the definitions of the Gateway API are installed, and ${why}; write gatewayApi: { mode: "expect" } where the cluster has them, and "install" where it does not`,
      ]
    : [];
}
