import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { joined, joinProgram } from "../program/join";
import { withMetadata } from "../resources/metadata";
import { installChart } from "./chart";
import type { ControlPlaneArgs } from "./control-plane-args";
import { type ControlPlanePlan, controlPlanePlan } from "./control-plane-plan";
import { gatewayApiDefinitions } from "./gateway-api";

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

  constructor(name: string, args: ControlPlaneArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = controlPlanePlan(name, args);
    const member = joinProgram("ControlPlane", name, {}, opts);
    super("istio-mesh:index:ControlPlane", name, plan.inputs, opts);
    joined(member, this);
    const namespace = plan.createNamespace ? controlPlaneNamespace(this, name, plan) : undefined;
    installParts(this, name, plan, namespace);

    this.namespace = namespace?.metadata.name ?? pulumi.output(plan.namespace);
    this.rootNamespace = pulumi.output(plan.rootNamespace);
    this.revision = pulumi.output(plan.revision);
    this.version = pulumi.output(plan.version);
    this.profile = pulumi.output<string>(plan.profile);
    this.istiodHost = pulumi.interpolate`${plan.istiodService}.${plan.namespace}.svc.cluster.local`;
    this.trustDomain = pulumi.output(plan.trustDomain);
    this.registerOutputs({
      namespace: this.namespace,
      rootNamespace: this.rootNamespace,
      revision: this.revision,
      version: this.version,
      profile: this.profile,
      istiodHost: this.istiodHost,
      trustDomain: this.trustDomain,
    });
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
  return new k8s.core.v1.Namespace(name, { metadata }, { parent });
}

function installParts(
  parent: pulumi.Resource,
  name: string,
  plan: ControlPlanePlan,
  namespace: k8s.core.v1.Namespace | undefined,
): void {
  const first = namespace ? [namespace] : [];
  const done = new Map<string, pulumi.Resource>();
  const definitions = gatewayApiDefinitions(name, plan, first, { parent });
  if (definitions) {
    done.set("gatewayApi", definitions);
  }
  for (const step of plan.releases) {
    const before = step.after.flatMap((one) => done.get(one) ?? []);
    const opts = { parent, dependsOn: [...first, ...before] };
    done.set(step.chart, installChart(`${name}-${step.chart}`, step, plan.inputs, opts));
  }
  if (plan.defaultTag) {
    const opts = { parent, dependsOn: [...first, ...done.values()] };
    const { webhook, service } = plan.defaultTag;
    const tag = `${name}-default-tag`;
    new k8s.core.v1.Service(tag, service, opts);
    new k8s.admissionregistration.v1.MutatingWebhookConfiguration(tag, webhook, opts);
  }
}
