import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../arguments/known-output";
import { withMetadata } from "../metadata";
import { ownNamespace } from "../namespaces/own-namespace";
import { joined, joinProgram, programView } from "../program/join";
import { Children } from "../resources/children";
import { type InstalledChart, installChart } from "./chart";
import type { ControlPlaneArgs } from "./control-plane-args";
import type { ControlPlaneHandle } from "./control-plane-handle";
import { type ControlPlanePlan, controlPlanePlan } from "./control-plane-plan";
import { type GatewayApiDefinitions, gatewayApiDefinitions } from "./gateway-api";
import type { RevisionTagChildren } from "./revisions/revision-tag";
import type { RevisionTagObjects } from "./revisions/revision-tag-plan";

/** What a `ControlPlane` creates; objects of a chart are in its `resources`. */
export interface ControlPlaneChildren {
  /** Its namespace. @default - somebody else creates it */
  readonly namespace?: k8s.core.v1.Namespace;
  /** By the chart's name: `base`, `istiod`, `cni`, `ztunnel`. */
  readonly charts: { readonly [chart: string]: InstalledChart };
  /** Definitions of the Gateway API. @default - neither installed nor expected */
  readonly gatewayApi?: GatewayApiDefinitions;
  /** What makes a revision the one that injects by default. @default - an istiod without a revision is */
  readonly defaultTag?: RevisionTagChildren;
}

const made = new Children<ControlPlaneChildren>();

/**
 * Istio's control plane, from the official charts and in the order that Istio asks for. Resources
 * that name it in `dependsOn` wait until istiod answers, and with it the webhooks that inject
 * proxies and check configuration.
 *
 * Set `kubernetes:enableConfigMapMutable: "true"`, or the same argument of the provider: otherwise
 * Pulumi replaces ConfigMaps that change, and with the installer `"chart"` a running istiod is for a
 * moment without its mesh settings and injection templates.
 * @see https://www.pulumi.com/registry/packages/kubernetes/installation-configuration/
 */
export class ControlPlane extends pulumi.ComponentResource {
  /** Namespace of istiod. */
  readonly namespace: pulumi.Output<string>;
  /** Namespace whose policies hold for the whole mesh. */
  readonly rootNamespace: pulumi.Output<string>;
  /** Revision by which namespaces and gateways choose this control plane. */
  readonly revision: pulumi.Output<string>;
  /** Istio version of the charts. */
  readonly version: pulumi.Output<string>;
  /** `sidecar` or `ambient`. */
  readonly profile: pulumi.Output<string>;
  /** Host name of istiod's Service inside the cluster. */
  readonly istiodHost: pulumi.Output<string>;
  /** Domain of the identities in the mesh. */
  readonly trustDomain: pulumi.Output<string>;
  /** Domain of the cluster's Services. */
  readonly clusterDomain: pulumi.Output<string>;
  /** Network of the cluster; nothing in a mesh with one network. */
  readonly network: pulumi.Output<string | undefined>;
  /**
   * What gateways take over, also those of another stack: version, charts, platform, revision, pull
   * secrets, domains, network, and what starts their Pods anew.
   */
  readonly handle: pulumi.Output<ControlPlaneHandle>;
  constructor(name: string, args: ControlPlaneArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = controlPlanePlan(name, args, programView(opts));
    const member = joinProgram("ControlPlane", name, plan.part, opts);
    super("istio-mesh:index:ControlPlane", name, plan.inputs, opts);
    joined(member, this);
    if (plan.istiod) {
      plan.istiod.self.component = this;
    }
    for (const warning of plan.warnings) {
      void pulumi.log.warn(warning, this);
    }
    const namespace = plan.createNamespace ? controlPlaneNamespace(this, name, plan) : undefined;
    made.keep(this, installParts(this, name, plan, namespace));
    this.namespace = namespace?.metadata.name ?? pulumi.output(plan.namespace);
    this.rootNamespace = pulumi.output(plan.rootNamespace);
    this.revision = pulumi.output(plan.revision);
    this.version = pulumi.output(plan.version);
    this.profile = pulumi.output<string>(plan.profile);
    this.istiodHost = pulumi.interpolate`${plan.istiodService}.${plan.namespace}.svc.${plan.clusterDomain}`;
    this.trustDomain = pulumi.output(plan.trustDomain);
    this.clusterDomain = pulumi.output(plan.clusterDomain);
    this.network = pulumi.output(plan.network);
    this.handle = pulumi.output(plan.handle) as pulumi.Output<ControlPlaneHandle>;
    remember(this.namespace, plan.namespace);
    remember(this.rootNamespace, plan.rootNamespace);
    remember(this.revision, plan.revision);
    remember(this.version, plan.version);
    remember(this.trustDomain, plan.trustDomain);
    remember(this.clusterDomain, plan.clusterDomain);
    remember(this.network, plan.network);
    remember(this.handle, plan.handle);
    this.registerOutputs({
      namespace: this.namespace,
      rootNamespace: this.rootNamespace,
      revision: this.revision,
      version: this.version,
      profile: this.profile,
      istiodHost: this.istiodHost,
      trustDomain: this.trustDomain,
      clusterDomain: this.clusterDomain,
      network: this.network,
      handle: this.handle,
    });
  }

  /** Its resources. */
  get children(): ControlPlaneChildren {
    return made.of(this);
  }
}

function controlPlaneNamespace(
  parent: pulumi.Resource,
  name: string,
  plan: ControlPlanePlan,
): k8s.core.v1.Namespace {
  const { labels, annotations } = plan.inputs;
  const metadata = {
    name: plan.namespace,
    labels: withMetadata(labels, plan.namespaceLabels),
    annotations: withMetadata(annotations),
  };
  return ownNamespace(name, metadata, plan, parent);
}

function installParts(
  parent: pulumi.Resource,
  name: string,
  plan: ControlPlanePlan,
  namespace: k8s.core.v1.Namespace | undefined,
): ControlPlaneChildren {
  const first = namespace ? [namespace] : [];
  const done = new Map<string, pulumi.Resource>();
  const charts: Record<string, InstalledChart> = {};
  const definitions = gatewayApiDefinitions(name, plan, first, { parent });
  if (definitions) {
    done.set("gatewayApi", definitions);
  }
  for (const step of plan.releases) {
    const before = step.after.flatMap((one) => done.get(one) ?? []);
    const opts = { parent, dependsOn: [...first, ...before] };
    const chart = installChart(`${name}-${step.chart}`, step, plan.inputs, opts);
    charts[step.chart] = chart;
    done.set(step.chart, chart);
  }
  const opts = { parent, dependsOn: [...first, ...done.values()] };
  const defaultTag =
    plan.defaultTag && injectByDefault(`${name}-default-tag`, plan.defaultTag, opts);
  return {
    ...(namespace && { namespace }),
    charts,
    ...(definitions && { gatewayApi: definitions }),
    ...(defaultTag && { defaultTag }),
  };
}

function injectByDefault(
  name: string,
  tag: RevisionTagObjects,
  opts: pulumi.CustomResourceOptions,
): RevisionTagChildren {
  const { MutatingWebhookConfiguration } = k8s.admissionregistration.v1;
  return {
    service: new k8s.core.v1.Service(name, tag.service, opts),
    webhook: new MutatingWebhookConfiguration(name, tag.webhook, opts),
  };
}
