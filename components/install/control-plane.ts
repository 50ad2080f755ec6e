import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { withMetadata } from "../resources/metadata";
import { installChart } from "./chart";
import type { ControlPlaneArgs } from "./control-plane-args";
import { controlPlanePlan } from "./control-plane-plan";

/**
 * Istio's control plane, from the official charts and in the order that Istio asks for. Resources
 * that name it in `dependsOn` wait until istiod answers, and with it the webhooks that inject
 * proxies and check configuration.
 */
export class ControlPlane extends pulumi.ComponentResource {
  /** Namespace of istiod; policies in it hold for the whole mesh. */
  readonly namespace: pulumi.Output<string>;
  /** Revision by which namespaces and gateways choose this control plane. */
  readonly revision: pulumi.Output<string>;
  /** Istio version of the charts. */
  readonly version: pulumi.Output<string>;
  /** `sidecar` or `ambient`. */
  readonly profile: pulumi.Output<string>;

  constructor(name: string, args: ControlPlaneArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = controlPlanePlan(name, args);
    super("istio-mesh:index:ControlPlane", name, plan.inputs, opts);

    const namespace = new k8s.core.v1.Namespace(
      name,
      {
        metadata: {
          name: plan.namespace,
          labels: withMetadata(args.labels, plan.namespaceLabels),
          annotations: withMetadata(args.annotations),
        },
      },
      { parent: this },
    );
    const done = new Map<string, pulumi.Resource>();
    if (plan.gatewayApiManifest !== undefined) {
      const definitions = new k8s.yaml.v2.ConfigFile(
        `${name}-gateway-api`,
        { file: plan.gatewayApiManifest },
        { parent: this },
      );
      done.set("gatewayApi", definitions);
    }
    for (const { chart, release, values, after } of plan.releases) {
      const before = after.flatMap((step) => done.get(step) ?? []);
      const installed = installChart(
        `${name}-${chart}`,
        {
          chart,
          release,
          values,
          namespace: plan.namespace,
          version: plan.version,
          source: plan.source,
        },
        args,
        { parent: this, dependsOn: [namespace, ...before] },
      );
      done.set(chart, installed);
    }

    this.namespace = namespace.metadata.name;
    this.revision = pulumi.output("default");
    this.version = pulumi.output(plan.version);
    this.profile = pulumi.output<string>(plan.profile);
    this.registerOutputs({
      namespace: this.namespace,
      revision: this.revision,
      version: this.version,
      profile: this.profile,
    });
  }
}
