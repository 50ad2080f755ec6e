import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../../arguments/known-output";
import { gatewayNameLabel } from "../../../values/known-names";
import { joined, joinProgram, programView } from "../../program/join";
import { Children } from "../../resources/children";
import { Gateway as ListenerGateway } from "../../resources/gateway/v1";
import { manifest } from "../../resources/named-object";
import { Gateway } from "../../resources/networking/v1";
import type { EastWestGatewayArgs } from "./east-west-gateway-args";
import { type EastWestGatewayPlan, eastWestGatewayPlan } from "./east-west-gateway-plan";
import { deployedAddress } from "./gateway-address";
import {
  type GatewayChildren,
  type GatewayOutputs,
  gatewayNamespace,
  installGateway,
} from "./gateway-chart";

/** What an `EastWestGateway` creates. */
export interface EastWestGatewayChildren extends GatewayChildren {
  /** What lets the other clusters in. @default - not exposed, or the ambient profile */
  readonly exposed?: Gateway;
  /** Ambient profile: what istiod deploys the gateway for. @default - the gateway is from the chart */
  readonly deployed?: ListenerGateway;
}

const made = new Children<EastWestGatewayChildren>();

/**
 * An Envoy between the networks of a mesh, through which the other clusters reach this one's
 * Services. It waits for the control plane of its program, or for `controlPlane`: a Pod that is created
 * before the webhook never starts.
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

  constructor(
    name: string,
    args: EastWestGatewayArgs = {},
    opts?: pulumi.ComponentResourceOptions,
  ) {
    const plan = eastWestGatewayPlan(name, args, programView(opts));
    const member = joinProgram("EastWestGateway", name, plan.part, opts, plan.waitsFor);
    super("istio-mesh:index:EastWestGateway", name, plan.inputs, opts);
    joined(member, this);
    const { outputs, children } = plan.listener
      ? deployed(this, name, plan)
      : installGateway(this, name, plan, plan.inputs);
    const { namespace } = outputs;
    const exposed = plan.exposed && manifest({ ...plan.exposed, namespace });
    made.keep(this, {
      ...children,
      ...(exposed && {
        exposed: new Gateway(name, exposed, { parent: this, dependsOn: plan.waitsFor }),
      }),
    });
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

  /** Its resources. */
  get children(): EastWestGatewayChildren {
    return made.of(this);
  }
}

/** The gateway of ambient mode: istiod deploys it for an object of the Gateway API. */
function deployed(
  parent: pulumi.Resource,
  name: string,
  plan: EastWestGatewayPlan,
): { outputs: GatewayOutputs; children: EastWestGatewayChildren } {
  const { release } = plan.release;
  const own = plan.createNamespace ? gatewayNamespace(parent, name, plan, plan.inputs) : undefined;
  const namespace = own?.metadata.name ?? pulumi.output(plan.namespace);
  const gateway = new ListenerGateway(
    name,
    manifest({ ...(plan.listener as NonNullable<typeof plan.listener>), namespace }),
    { parent, dependsOn: plan.waitsFor },
  );
  const found = deployedAddress(name, gateway, pulumi.interpolate`${namespace}/${release}`);
  const outputs = {
    namespace,
    name: pulumi.output(release),
    selector: pulumi.output<{ [key: string]: string }>({
      [gatewayNameLabel]: release,
    }),
    serviceHost: pulumi.interpolate`${release}.${namespace}.svc.${plan.clusterDomain}`,
    principal: pulumi.output(plan.principal),
    address: found.apply(({ address }) => address),
    ip: found.apply(({ ip }) => ip),
    hostname: found.apply(({ hostname }) => hostname),
  };
  remember(namespace, plan.namespace);
  remember(outputs.name, release);
  return { outputs, children: { ...(own && { namespace: own }), deployed: gateway } };
}
