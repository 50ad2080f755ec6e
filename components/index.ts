import "./program/watch-from-start";

export { didYouMean } from "../values/closest";
export type { WorkloadObjects } from "./apps/create-workload";
export { CheckLevel, type MeshChecksArgs } from "./checks/check-settings";
export { meshChecks } from "./checks/mesh-checks";
export type { InstalledChart } from "./control-plane/chart";
export type { ChartSource } from "./control-plane/chart-source";
export type { ControlPlaneHandle } from "./control-plane/control-plane-handle";
export type { GatewayApiDefinitions } from "./control-plane/gateway-api";
export { Installer } from "./control-plane/installer";
export { PodSecurity } from "./control-plane/pod-security";
export { Platform, Preset, Profile } from "./control-plane/profile";
export type { GatewayChildren } from "./gateways/chart/gateway-chart";
export { AddonSource } from "./observability/addon";
export type { AddonCollector, AddonProvider } from "./observability/addon-provider";
export * as extensionProviders from "./observability/extension-providers";
// Names that the mesh's configuration has too.
export type { TracingTag } from "./observability/mesh-telemetry-args";
export { OutboundTrafficPolicy } from "./policies/sidecar-scope/sidecar-scope-args";
export { componentProvider } from "./provider/component-provider";
export * from "./public";
export { type ComponentClass, refusals } from "./refusals";
export * as extensions from "./resources/extensions";
export * as gateway from "./resources/gateway";
export type * from "./resources/mesh-config";
export type {
  MeshCondition,
  MeshResourceArgs,
  MeshResourceOptions,
  MeshStatus,
  ResourceId,
} from "./resources/mesh-resource";
export * as networking from "./resources/networking";
export { Validation } from "./resources/object-check";
export * as security from "./resources/security";
export * as telemetry from "./resources/telemetry";
export type { CanaryHandle, CanarySplit } from "./routing/canary/canary-handle";
export type { VersionWeight } from "./routing/canary/split";
export { Dialect } from "./routing/dialect";
