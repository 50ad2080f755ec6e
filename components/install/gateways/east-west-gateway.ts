import * as pulumi from "@pulumi/pulumi";
import { joined, joinProgram } from "../../program/join";
import { Gateway as ListenerGateway } from "../../resources/gateway/v1";
import { manifest } from "../../resources/named-object";
import { Gateway } from "../../resources/networking/v1";
import type { EastWestGatewayArgs } from "./east-west-gateway-args";
import { type EastWestGatewayPlan, eastWestGatewayPlan } from "./east-west-gateway-plan";
import { deployedAddress } from "./gateway-address";
import { type GatewayOutputs, gatewayNamespace, installGateway } from "./gateway-chart";

/**
 * An Envoy between the networks of a mesh, through which the other clusters reach this one's
 * Services. Put the control plane into `dependsOn`: a Pod created before the webhook never starts.
 */
export class EastWestGateway extends pulumi.ComponentResource {
  /** Namespace of the gateway's Pods. */
  readonly namespace: pulumi.Output<string>;
  /** Name of the Deployment, Service and ServiceAccount. */
  readonly name: pulumi.Output<string>;
  /** Network on this side. */
  readonly network: pulumi.Output<string>;
  /** Labels by which a `Gateway` selects this gateway. */
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

  constructor(name: string, args: EastWestGatewayArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = eastWestGatewayPlan(name, args);
    const member = joinProgram("EastWestGateway", name, {}, opts);
    super("istio-mesh:index:EastWestGateway", name, plan.inputs, opts);
    joined(member, this);
    const outputs = plan.listener
      ? deployed(this, name, plan)
      : installGateway(this, name, plan, plan.inputs);
    if (plan.exposed) {
      const { namespace } = outputs;
      new Gateway(name, manifest({ ...plan.exposed, namespace }), { parent: this });
    }
    this.namespace = outputs.namespace;
    this.name = outputs.name;
    this.network = pulumi.output(plan.network);
    this.selector = outputs.selector;
    this.serviceHost = outputs.serviceHost;
    this.principal = outputs.principal;
    this.address = outputs.address;
    this.ip = outputs.ip;
    this.hostname = outputs.hostname;
    this.registerOutputs({ ...outputs, network: this.network });
  }
}

/** The gateway of ambient mode: istiod deploys it for an object of the Gateway API. */
function deployed(
  parent: pulumi.Resource,
  name: string,
  plan: EastWestGatewayPlan,
): GatewayOutputs {
  const { release } = plan.release;
  const own = plan.createNamespace
    ? gatewayNamespace(parent, name, plan.namespace, plan.inputs)
    : undefined;
  const namespace = own?.metadata.name ?? pulumi.output(plan.namespace);
  const gateway = new ListenerGateway(
    name,
    manifest({ ...(plan.listener as NonNullable<typeof plan.listener>), namespace }),
    { parent },
  );
  const found = deployedAddress(name, gateway, pulumi.interpolate`${namespace}/${release}`);
  return {
    namespace,
    name: pulumi.output(release),
    selector: pulumi.output<{ [key: string]: string }>({
      "gateway.networking.k8s.io/gateway-name": release,
    }),
    serviceHost: pulumi.interpolate`${release}.${namespace}.svc.cluster.local`,
    principal: pulumi.output(plan.principal),
    address: found.apply(({ address }) => address),
    ip: found.apply(({ ip }) => ip),
    hostname: found.apply(({ hostname }) => hostname),
  };
}
