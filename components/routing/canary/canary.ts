import type * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { joined, programView } from "../../program/join";
import type { HTTPRoute, TCPRoute } from "../../resources/gateway/v1";
import type { DestinationRule, VirtualService } from "../../resources/networking/v1";
import type { Dialect } from "../dialect";
import type { CanaryArgs } from "./canary-args";
import { type CanaryChildren, childrenOf, keepChildren } from "./canary-children";
import { createGatewayApiCanary } from "./canary-gateway-api";
import { type CanarySplit, keepSplit, splitOf } from "./canary-handle";
import { createIstioCanary } from "./canary-istio";
import { type CanaryPlan, canaryPlan } from "./canary-plan";
import { joinCanary } from "./canary-together";

type Create = (name: string, spec: CanaryPlan, parent: pulumi.Resource) => CanaryChildren;

const create: Record<Dialect, Create> = {
  istio: createIstioCanary,
  "gateway-api": createGatewayApiCanary,
};

/**
 * Splits the requests for a service between its versions, by matches first and by weight for the
 * rest: in the mesh, at gateways, or in both places from one spec. Put what deploys the versions into
 * `dependsOn`: a version gets requests as soon as it is named.
 */
export class Canary extends pulumi.ComponentResource {
  /** Full host name that clients call. */
  readonly host: pulumi.Output<string>;
  /** Declared percentage per version. */
  readonly split: pulumi.Output<{ [version: string]: number }>;

  constructor(name: string, args: CanaryArgs, opts?: pulumi.ComponentResourceOptions) {
    const spec = canaryPlan(name, args, programView(opts));
    const member = joinCanary(name, spec, opts);
    super("istio-mesh:index:Canary", name, spec.inputs, opts);
    joined(member, this);
    keepSplit(this, spec);
    keepChildren(this, create[spec.dialect](name, spec, this));
    this.host = pulumi.output(spec.host);
    this.split = pulumi.output(
      Object.fromEntries(spec.versions.map((version) => [version.name, version.weight])),
    );
    this.registerOutputs({ host: this.host, split: this.split });
  }

  /** DestinationRules by version; none in dialect `gateway-api` without a policy. */
  get destinationRules(): { readonly [version: string]: DestinationRule } {
    return childrenOf(this).destinationRules;
  }

  /** Services of the versions, by version; none in dialect `istio`. */
  get versionServices(): { readonly [version: string]: k8s.core.v1.Service } {
    return childrenOf(this).services;
  }

  /** Dialect `istio`: the VirtualService for the mesh, if the mesh is among `gateways`. */
  get virtualService(): VirtualService | undefined {
    return childrenOf(this).virtualService;
  }

  /** Dialect `istio`: the VirtualService for the gateways, if there are any. */
  get gatewayVirtualService(): VirtualService | undefined {
    return childrenOf(this).gatewayVirtualService;
  }

  /** Dialect `gateway-api`: the HTTPRoute, if requests are split. */
  get httpRoute(): HTTPRoute | undefined {
    return childrenOf(this).httpRoute;
  }

  /** Dialect `gateway-api`: the TCPRoute, if connections are split. */
  get tcpRoute(): TCPRoute | undefined {
    return childrenOf(this).tcpRoute;
  }

  /** The split, for `canary` of an `AppGateway`'s routes, which takes the component itself too. */
  get handle(): CanarySplit {
    return splitOf(this);
  }
}
