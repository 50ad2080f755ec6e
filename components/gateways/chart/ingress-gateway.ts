import * as pulumi from "@pulumi/pulumi";
import { joined, joinProgram, programView } from "../../program/join";
import { Children } from "../../resources/children";
import { type GatewayChildren, installGateway } from "./gateway-chart";
import type { IngressGatewayArgs } from "./ingress-gateway-args";
import { ingressGatewayPlan } from "./ingress-gateway-plan";

const made = new Children<GatewayChildren>();

/**
 * An Envoy at the edge of the mesh, from Istio's chart `gateway`. Its Pods get their proxy from
 * istiod's webhook, so it waits for the control plane of its program, or for `controlPlane`.
 */
export class IngressGateway extends pulumi.ComponentResource {
  /** Namespace of the gateway's Pods, and of the Secrets with its certificates. */
  readonly namespace: pulumi.Output<string>;
  /** Name of the Deployment, Service and ServiceAccount. */
  readonly name: pulumi.Output<string>;
  /** Labels by which a `Gateway` selects this gateway, e.g. `{ istio: "ingressgateway" }`. */
  readonly selector: pulumi.Output<{ [key: string]: string }>;
  /** Full name of the Service inside the cluster. */
  readonly serviceHost: pulumi.Output<string>;
  /** Identity of the gateway, as authorization policies name it. */
  readonly principal: pulumi.Output<string>;
  /** IP or host name of the load balancer; nothing for the other types of Service. */
  readonly address: pulumi.Output<string | undefined>;
  /** IP of the load balancer; nothing where the cloud hands out host names. */
  readonly ip: pulumi.Output<string | undefined>;
  /** Host name of the load balancer; nothing where the cloud hands out IPs. */
  readonly hostname: pulumi.Output<string | undefined>;

  constructor(name: string, args: IngressGatewayArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const plan = ingressGatewayPlan(name, args, programView(opts));
    const member = joinProgram("IngressGateway", name, plan.part, opts, plan.waitsFor);
    super("istio-mesh:index:IngressGateway", name, plan.inputs, opts);
    joined(member, this);
    const { outputs, children } = installGateway(this, name, plan, plan.inputs);
    made.keep(this, children);
    this.namespace = outputs.namespace;
    this.name = outputs.name;
    this.selector = outputs.selector;
    this.serviceHost = outputs.serviceHost;
    this.principal = outputs.principal;
    this.address = outputs.address;
    this.ip = outputs.ip;
    this.hostname = outputs.hostname;
    this.registerOutputs({ ...outputs });
  }

  /** Its resources. */
  get children(): GatewayChildren {
    return made.of(this);
  }
}
