import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../../arguments/known-output";
import { joined, joinProgram, programView } from "../../program/join";
import { Children } from "../../resources/children";
import { manifest } from "../../resources/named-object";
import { PeerAuthentication } from "../../resources/security/v1";
import type { MutualTlsArgs } from "./mutual-tls-args";
import { mutualTlsPlan } from "./mutual-tls-plan";

const children = new Children<PeerAuthentication>();

/** Which workloads insist on mutual TLS: the mesh's, a namespace's, or chosen ones. */
export class MutualTls extends pulumi.ComponentResource {
  /** Namespace that the rule is for. */
  readonly namespace: pulumi.Output<string>;
  /** What the workloads accept. */
  readonly mode: pulumi.Output<string>;

  constructor(name: string, args: MutualTlsArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = mutualTlsPlan(name, args, programView(opts));
    const member = joinProgram("MutualTls", name, plan.part, opts);
    super("istio-mesh:index:MutualTls", name, plan.inputs, opts);
    joined(member, this);
    children.keep(this, new PeerAuthentication(name, manifest(plan.object), { parent: this }));
    this.namespace = pulumi.output(plan.object.namespace);
    remember(this.namespace, plan.object.namespace);
    this.mode = pulumi.output(plan.mode);
    this.registerOutputs({ namespace: this.namespace, mode: this.mode });
  }

  /** The rule as the cluster has it. */
  get policy(): PeerAuthentication {
    return children.of(this);
  }
}
