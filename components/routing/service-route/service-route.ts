import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../../arguments/known-output";
import { joined, joinProgram, programView } from "../../program/join";
import { HTTPRoute } from "../../resources/gateway/v1";
import { manifest } from "../../resources/named-object";
import { VirtualService } from "../../resources/networking/v1";
import type { ServiceRouteArgs } from "./service-route-args";
import { serviceRoutePlan } from "./service-route-plan";

/** What a route made; a field of the class would be an output of the component. */
const routes = new WeakMap<object, { virtualService?: VirtualService; httpRoute?: HTTPRoute }>();

/**
 * Routes the requests for one service inside the mesh: by path, header and the like to other services
 * or versions, with timeouts, retries, faults, rewrites, redirects, CORS, headers and mirrors. For a
 * split between versions that is to be moved step by step there is `Canary`.
 */
export class ServiceRoute extends pulumi.ComponentResource {
  /** Full host name that clients call. */
  readonly host: pulumi.Output<string>;

  constructor(name: string, args: ServiceRouteArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = serviceRoutePlan(name, args, programView(opts));
    const member = joinProgram("ServiceRoute", name, plan.part, opts);
    super("istio-mesh:index:ServiceRoute", name, plan.inputs, opts);
    joined(member, this);
    const { virtualService, httpRoute } = plan;
    routes.set(this, {
      ...(virtualService && {
        virtualService: new VirtualService(name, manifest(virtualService), { parent: this }),
      }),
      ...(httpRoute && { httpRoute: new HTTPRoute(name, manifest(httpRoute), { parent: this }) }),
    });
    this.host = pulumi.output(plan.host);
    remember(this.host, plan.host);
    this.registerOutputs({ host: this.host });
  }

  /** Dialect `istio`: the VirtualService. */
  get virtualService(): VirtualService | undefined {
    return routes.get(this)?.virtualService;
  }

  /** Dialect `gateway-api`: the HTTPRoute. */
  get httpRoute(): HTTPRoute | undefined {
    return routes.get(this)?.httpRoute;
  }
}
