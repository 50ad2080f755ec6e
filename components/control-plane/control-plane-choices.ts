import type * as pulumi from "@pulumi/pulumi";
import { usualIstioNamespace } from "../../values/known-names";
import { type ChartSource, defaultRepository } from "./chart-source";
import {
  type ControlPlaneArgs,
  ControlPlaneParts,
  ControlPlaneSize,
  type GatewayApiMode,
} from "./control-plane-args";
import { gatewayApiMode } from "./gateway-api-choice";
import { Installer } from "./installer";
import { PodSecurity } from "./pod-security";
import { Platform, Profile } from "./profile";
import { defaultRevision } from "./revision";
import { defaultVersion } from "./version";

/** What the arguments come to, with all defaults filled in. */
export interface ControlPlaneChoices {
  profile: Profile;
  parts: ControlPlaneParts;
  version: string;
  source: ChartSource;
  installer: Installer;
  namespace: pulumi.Input<string>;
  createNamespace: boolean;
  /** Whether the CNI agent is installed. */
  cni: boolean;
  /** Whether agents run in the control plane's namespace. */
  agentsHere: boolean;
  /** Set when they run elsewhere. */
  agentNamespace: pulumi.Input<string> | undefined;
  podSecurity: PodSecurity;
  gatewayApi: GatewayApiMode;
  defaultRevision: string;
  size: ControlPlaneSize;
}

/** OpenShift lets privileged Pods run there, and Istio's values for it count on that. */
const agentNamespaceOf = ({ agentNamespace, platform }: ControlPlaneArgs) =>
  agentNamespace ?? (platform === Platform.OpenShift ? "kube-system" : undefined);

/** Decides everything that the arguments leave open. */
export function controlPlaneChoices(args: ControlPlaneArgs): ControlPlaneChoices {
  const { profile, parts = ControlPlaneParts.All } = args;
  const cni = profile === Profile.Ambient || (args.cni ?? false);
  const agentNamespace = cni ? agentNamespaceOf(args) : undefined;
  const agentsHere = cni && agentNamespace === undefined && parts !== ControlPlaneParts.Istiod;
  return {
    profile,
    parts,
    version: args.version ?? defaultVersion,
    source: args.charts ?? { repository: defaultRepository },
    installer: args.installer ?? Installer.Chart,
    namespace: args.namespace ?? usualIstioNamespace,
    createNamespace: args.createNamespace ?? parts !== ControlPlaneParts.Istiod,
    cni,
    agentsHere,
    agentNamespace,
    podSecurity: args.podSecurity ?? (agentsHere ? PodSecurity.Privileged : PodSecurity.None),
    gatewayApi: gatewayApiMode(args),
    size: args.size ?? ControlPlaneSize.Standard,
    defaultRevision: args.defaultRevision ?? args.revision ?? defaultRevision,
  };
}
