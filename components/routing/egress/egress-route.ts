import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../../arguments/known-output";
import { joined, joinProgram, programView } from "../../program/join";
import { Children } from "../../resources/children";
import { manifest } from "../../resources/named-object";
import {
  DestinationRule,
  Gateway,
  ServiceEntry,
  VirtualService,
} from "../../resources/networking/v1";
import type { EgressRouteArgs } from "./egress-route-args";
import { egressRoutePlan } from "./egress-route-plan";

/** What an EgressRoute made. */
interface EgressObjects {
  serviceEntry: ServiceEntry;
  gateway: Gateway;
  destinationRules: DestinationRule[];
  virtualService: VirtualService;
}

const children = new Children<EgressObjects>();

/**
 * A host outside the mesh that is called through an egress gateway: clients call it by its name as
 * before, and all of its requests leave the cluster at one place.
 */
export class EgressRoute extends pulumi.ComponentResource {
  /** Host that clients call. */
  readonly host: pulumi.Output<string>;

  constructor(name: string, args: EgressRouteArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = egressRoutePlan(name, args, programView(opts));
    const member = joinProgram("EgressRoute", name, plan.part, opts);
    super("istio-mesh:index:EgressRoute", name, plan.inputs, opts);
    joined(member, this);
    const child = { parent: this };
    const serviceEntry = new ServiceEntry(name, manifest(plan.entry), child);
    const gateway = new Gateway(name, manifest(plan.gateway), child);
    const destinationRules = [
      new DestinationRule(name, manifest(plan.toGateway), child),
      ...(plan.toHost ? [new DestinationRule(`${name}-out`, manifest(plan.toHost), child)] : []),
    ];
    // Requests are sent to the gateway only when it knows what to do with them.
    const ends = [serviceEntry, gateway, ...destinationRules];
    const virtualService = new VirtualService(name, manifest(plan.route), {
      ...child,
      dependsOn: ends,
    });
    children.keep(this, { serviceEntry, gateway, destinationRules, virtualService });
    this.host = pulumi.output(args.host);
    remember(this.host, args.host);
    this.registerOutputs({ host: this.host });
  }

  /** The host and its port. */
  get serviceEntry(): ServiceEntry {
    return children.of(this).serviceEntry;
  }

  /** The gateway's server for the host. */
  get gateway(): Gateway {
    return children.of(this).gateway;
  }

  /** How clients call the gateway, and with `tls` how the gateway calls the host. */
  get destinationRules(): readonly DestinationRule[] {
    return children.of(this).destinationRules;
  }

  /** The way to the gateway and on to the host. */
  get virtualService(): VirtualService {
    return children.of(this).virtualService;
  }
}
