import type * as pulumi from "@pulumi/pulumi";
import type { Safe } from "../../arguments/argument-check";
import { recall } from "../../arguments/known-output";
import { isKnown, whenKnown } from "../../arguments/when-known";
import { ownTrustDomain } from "../../values/principal";
import { usualDomain } from "../../values/service-host";
import type { ControlPlaneFact } from "../program/facts/control-plane-facts";
import { type ChartValues, valueAt } from "./chart-values";
import type { ControlPlaneArgs } from "./control-plane-args";
import type { ControlPlaneChoices } from "./control-plane-choices";
import { discoverySelectors } from "./discovery-selectors";
import { proxySettings } from "./proxy-settings";

/** What is written anywhere among the values of istiod, or what holds otherwise. */
export const valueOr = (
  values: ChartValues,
  path: string,
  otherwise: pulumi.Input<string>,
): pulumi.Input<string> =>
  whenKnown([valueAt(values, path), otherwise], (own: unknown, other: string) =>
    own === undefined || own === null || own === "" ? other : String(own),
  );

/** What gateways take over: what is written anywhere among istiod's values counts, as for the chart. */
export function handleOf(
  args: Safe<ControlPlaneArgs>,
  { version, source }: ControlPlaneChoices,
  revision: string,
  values: ChartValues,
) {
  const network = valueAt(values, "global.network");
  const settings = proxySettings(values);
  return {
    version,
    revision,
    charts: source,
    ...(args.platform !== undefined && { platform: args.platform }),
    ...(args.imagePullSecrets !== undefined && { imagePullSecrets: args.imagePullSecrets }),
    trustDomain: valueOr(values, "meshConfig.trustDomain", ownTrustDomain),
    clusterDomain: valueOr(values, "global.proxy.clusterDomain", usualDomain),
    ...(network !== undefined && { network: network as pulumi.Input<string> }),
    ...(settings !== undefined && { proxySettings: settings }),
  };
}

/** A list of namespaces that is set and plain. */
function textList(values: ChartValues, path: string): readonly string[] | undefined {
  const list = recall(valueAt(values, path));
  const names = (Array.isArray(list) ? list : []).flatMap((one) => recall(one as string) ?? []);
  return Array.isArray(list) && names.length === list.length && names.length > 0
    ? names
    : undefined;
}

/** Whether the list of extension providers is there, with all of their names. */
function knowsAllProviders(values: ChartValues): boolean {
  const list = recall(valueAt(values, "meshConfig.extensionProviders") ?? []);
  return (
    Array.isArray(list) &&
    list.every((one) => typeof (one as { name?: unknown } | undefined)?.name === "string")
  );
}

const aliases = "meshConfig.trustDomainAliases";

/** Settings by which somebody else signs, or the roots of others count. */
const signedByOthers = [
  "global.caAddress",
  "global.pilotCertProvider",
  "meshConfig.ca",
  "meshConfig.caCertificates",
  "pilot.env.EXTERNAL_CA",
];

/** Its place in a mesh that has several clusters. */
function amongClusters(values: ChartValues, { createNamespace }: ControlPlaneChoices) {
  const [meshId, clusterName] = ["meshID", "multiCluster.clusterName"].map((key) =>
    recall(valueAt(values, `global.${key}`) as pulumi.Input<string>),
  );
  const isSigned = signedByOthers.some((path) => valueAt(values, path) !== undefined);
  return {
    ...(meshId && { meshId }),
    ...(clusterName && { clusterName }),
    ...(createNamespace && !isSigned && { makesOwnCa: true as const }),
  };
}

/** An istiod as the other components of the program see it. */
export function istiodOf(
  owner: string,
  {
    choices,
    values,
    handle,
    rootNamespace,
  }: {
    choices: ControlPlaneChoices;
    values: ChartValues;
    handle: ReturnType<typeof handleOf>;
    rootNamespace: pulumi.Input<string>;
  },
): ControlPlaneFact {
  const plain = (path: string): string | undefined => {
    const value = valueAt(values, path);
    return typeof value === "string" ? value : undefined;
  };
  const normalization = plain("meshConfig.pathNormalization.normalization");
  const outbound = valueAt(values, "meshConfig.outboundTrafficPolicy");
  const outboundMode =
    outbound === undefined ? "ALLOW_ANY" : plain("meshConfig.outboundTrafficPolicy.mode");
  const ingress = plain("meshConfig.ingressControllerMode");
  const multiNetwork = valueAt(values, "pilot.env.AMBIENT_ENABLE_MULTI_NETWORK");
  const selectors = discoverySelectors(values);
  const routes = textList(values, "meshConfig.defaultVirtualServiceExportTo");
  const rules = textList(values, "meshConfig.defaultDestinationRuleExportTo");
  const services = textList(values, "meshConfig.defaultServiceExportTo");
  return {
    owner,
    revision: handle.revision,
    profile: choices.profile,
    namespace: choices.namespace,
    rootNamespace,
    trustDomain: handle.trustDomain,
    ...(valueAt(values, aliases) !== undefined && {
      trustDomainAliases: textList(values, aliases) ?? "later",
    }),
    clusterDomain: handle.clusterDomain,
    ...(handle.network !== undefined && { network: handle.network }),
    ...amongClusters(values, choices),
    cniRedirects: valueAt(values, "pilot.cni.enabled") === true,
    ...(outboundMode !== undefined && { outboundTrafficPolicy: outboundMode }),
    ...(selectors && { discoverySelectors: selectors }),
    ...(routes && { virtualServicesSeenIn: routes }),
    ...(rules && { destinationRulesSeenIn: rules }),
    ...(services && { servicesSeenIn: services }),
    ...(ingress !== undefined && { ingressControllerMode: ingress }),
    ...(multiNetwork !== undefined && {
      ambientMultiNetwork: !isKnown(multiNetwork) || `${multiNetwork}` === "true",
    }),
    ...(normalization !== undefined && { pathNormalization: normalization }),
    ...(String(valueAt(values, "pilot.env.PILOT_ENABLE_MULTIPLE_CUSTOM_AUTHZ_PROVIDERS")) ===
      "true" && {
      multipleAuthorizers: true,
    }),
    ...(!knowsAllProviders(values) && { providersArriveLater: true }),
    handle,
    self: {},
  };
}
