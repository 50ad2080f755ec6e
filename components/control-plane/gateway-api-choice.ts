import type { ArgumentCheck } from "../../arguments/argument-check";
import { shown } from "../../arguments/shown";
import type { EndCheck } from "../program/part";
import type { View } from "../program/view";
import { type ControlPlaneArgs, ControlPlaneParts, GatewayApiMode } from "./control-plane-args";
import type { ControlPlaneChoices } from "./control-plane-choices";
import { Platform, Profile } from "./profile";

/** The ambient profile cannot do without; for sidecars it is one more way to write routes. */
export function gatewayApiMode({ profile, parts, gatewayApi }: ControlPlaneArgs): GatewayApiMode {
  const installs = profile === Profile.Ambient && parts !== ControlPlaneParts.Istiod;
  return gatewayApi?.mode ?? (installs ? GatewayApiMode.Install : GatewayApiMode.Skip);
}

/** Reports definitions that would not be installed, or not here. */
export function checkGatewayApi(
  check: ArgumentCheck,
  args: ControlPlaneArgs,
  c: ControlPlaneChoices,
) {
  const { mode, manifest } = args.gatewayApi ?? {};
  if (manifest !== undefined && c.gatewayApi !== GatewayApiMode.Install) {
    check.fail(
      "gatewayApi.manifest",
      `${shown(manifest)} would not be used; set gatewayApi.mode to "install"`,
    );
  }
  if (c.parts === ControlPlaneParts.Istiod && mode === GatewayApiMode.Install) {
    check.fail(
      "gatewayApi.mode",
      `"install" is for the shared parts, which another ControlPlane owns; leave it out or write "expect"`,
    );
  }
}

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

/** Components and objects that are of no use without the definitions. */
const users = (program: View): string[] => [
  ...new Set([
    ...program.said("waypoint").map(({ owner }) => owner),
    ...["gateway" as const, "meshRoute" as const].flatMap((topic) =>
      program
        .said(topic)
        .filter(({ dialect }) => dialect === "gateway-api")
        .map(({ owner }) => owner),
    ),
  ]),
];

/** Definitions that nobody said anything of, and that something in the program needs. */
export const definitionsNeeded = (
  { gatewayApi }: ControlPlaneArgs,
  choices: ControlPlaneChoices,
): EndCheck[] =>
  gatewayApi?.mode !== undefined || choices.gatewayApi !== GatewayApiMode.Skip
    ? []
    : [
        {
          path: "gatewayApi",
          reason(program) {
            const [first] = users(program);
            return first === undefined || program.said("broughtGatewayApi").length > 0
              ? undefined
              : `is not set, and ${first} needs the definitions of the Gateway API; write gatewayApi: { mode: "install" }, or "expect" where the cluster has them or something else brings them`;
          },
        },
      ];
