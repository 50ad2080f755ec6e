import type * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { joined, joinProgram, programView } from "../../program/join";
import { Children } from "../../resources/children";
import type * as gatewayApi from "../../resources/gateway/v1";
import type { Gateway, VirtualService } from "../../resources/networking/v1";
import type { AppGatewayArgs } from "./app-gateway-args";
import { type AppGatewayObjects, createEdge } from "./app-gateway-objects";
import { appGatewayPlan } from "./app-gateway-plan";
import { gatewayName } from "./edge-claims";

const children = new Children<AppGatewayObjects>();

/**
 * Lets requests and connections for an application in at the edge of the mesh and routes them: HTTP by
 * host and path, TLS by server name, TCP by port.
 */
export class AppGateway extends pulumi.ComponentResource {
  /** Gateway as other routes name it: `namespace/name`. */
  readonly gateway: pulumi.Output<string>;
  /** Host names that are served. */
  readonly hosts: pulumi.Output<string[]>;
  /**
   * Dialect `gateway-api`: address that the Gateway reports, an IP or a host name. Undefined in dialect
   * `istio`, where the `IngressGateway` has it.
   */
  readonly address: pulumi.Output<string | undefined>;

  constructor(name: string, args: AppGatewayArgs, opts?: pulumi.ComponentResourceOptions) {
    const { inputs, spec, part, hosts } = appGatewayPlan(name, args, programView(opts));
    const member = joinProgram("AppGateway", name, part, opts);
    super("istio-mesh:index:AppGateway", name, inputs, opts);
    joined(member, this);
    const objects = createEdge[spec.dialect](name, spec, this);
    children.keep(this, objects);
    this.gateway = gatewayName(spec);
    this.hosts = pulumi.output(hosts);
    this.address = objects.address;
    this.registerOutputs({ gateway: this.gateway, hosts: this.hosts, address: this.address });
  }

  /** The Gateway object. */
  get gatewayObject(): Gateway | gatewayApi.Gateway {
    return children.of(this).gateway;
  }

  /** Dialect `gateway-api`: what istiod lays over the gateway's Service, when something is asked of it. */
  get parameters(): k8s.core.v1.ConfigMap | undefined {
    return children.of(this).parameters;
  }

  /** Dialect `istio`: the routes. */
  get virtualServices(): readonly VirtualService[] {
    return children.of(this).virtualServices;
  }

  /** Dialect `gateway-api`: the routes for HTTP. */
  get httpRoutes(): readonly gatewayApi.HTTPRoute[] {
    return children.of(this).httpRoutes;
  }

  /** Dialect `gateway-api`: the routes for TLS that is passed on. */
  get tlsRoutes(): readonly gatewayApi.TLSRoute[] {
    return children.of(this).tlsRoutes;
  }

  /** Dialect `gateway-api`: the routes for other connections. */
  get tcpRoutes(): readonly gatewayApi.TCPRoute[] {
    return children.of(this).tcpRoutes;
  }
}
