import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { withMetadata } from "../resources/metadata";
import { installChart } from "./chart";
import { chartAddress } from "./gateway-address";
import type { IngressGatewayArgs } from "./ingress-gateway-args";
import { ingressGatewayPlan } from "./ingress-gateway-plan";

/**
 * An Envoy at the edge of the mesh, from Istio's chart `gateway`. Its Pods get their proxy from
 * istiod's webhook, so put the control plane into `dependsOn`: a Pod created earlier never starts.
 */
export class IngressGateway extends pulumi.ComponentResource {
  /** Namespace of the gateway's Pods, and of the Secrets with its certificates. */
  readonly namespace: pulumi.Output<string>;
  /** Name of the Deployment, Service and ServiceAccount. */
  readonly name: pulumi.Output<string>;
  /** Labels by which a `Gateway` selects this gateway, e.g. `{ istio: "ingressgateway" }`. */
  readonly selector: pulumi.Output<{ [key: string]: string }>;
  /** Full name of the Service inside the cluster. */
  readonly serviceName: pulumi.Output<string>;
  /** IP or host name of the load balancer; nothing for the other types of Service. */
  readonly address: pulumi.Output<string | undefined>;

  constructor(name: string, args: IngressGatewayArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = ingressGatewayPlan(name, args);
    super("istio-mesh:index:IngressGateway", name, plan.inputs, opts);

    const namespace = plan.createNamespace
      ? new k8s.core.v1.Namespace(
          name,
          {
            metadata: {
              name: plan.namespace,
              labels: withMetadata(args.labels),
              annotations: withMetadata(args.annotations),
            },
          },
          { parent: this },
        )
      : undefined;
    const chart = installChart(name, plan.release, args, {
      parent: this,
      ...(namespace && { dependsOn: [namespace] }),
    });

    this.namespace = namespace?.metadata.name ?? pulumi.output(plan.namespace);
    this.name = pulumi.output(plan.release.release);
    this.selector = pulumi.output(plan.selector);
    this.serviceName = pulumi.interpolate`${this.name}.${this.namespace}.svc.cluster.local`;
    this.address = chartAddress(chart);
    this.registerOutputs({
      namespace: this.namespace,
      name: this.name,
      selector: this.selector,
      serviceName: this.serviceName,
      address: this.address,
    });
  }
}
