import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../../arguments/known-output";
import { joined, joinProgram, programView } from "../../program/join";
import { Children } from "../../resources/children";
import { manifest } from "../../resources/named-object";
import { Sidecar } from "../../resources/networking/v1";
import type { SidecarScopeArgs } from "./sidecar-scope-args";
import { sidecarScopeArgument, sidecarScopePlan } from "./sidecar-scope-plan";

const children = new Children<Sidecar>();

/**
 * What the sidecars of a namespace, or chosen ones, may reach. Proxies that know less of the mesh need
 * less memory and fewer updates.
 */
export class SidecarScope extends pulumi.ComponentResource {
  /** Namespace whose proxies it is for. */
  readonly namespace: pulumi.Output<string>;
  /** Name of the Sidecar. */
  readonly name: pulumi.Output<string>;

  constructor(name: string, args: SidecarScopeArgs, opts?: pulumi.ComponentResourceOptions) {
    const { inputs, object, part } = sidecarScopePlan(name, args, programView(opts));
    const member = joinProgram("SidecarScope", name, part, opts);
    super("istio-mesh:index:SidecarScope", name, inputs, opts);
    joined(member, this);
    children.keep(
      this,
      new Sidecar(name, manifest(object, sidecarScopeArgument), { parent: this }),
    );
    this.namespace = pulumi.output(object.namespace);
    this.name = pulumi.output(object.name);
    remember(this.namespace, object.namespace);
    remember(this.name, object.name);
    this.registerOutputs({ namespace: this.namespace, name: this.name });
  }

  /** The Sidecar as the cluster has it. */
  get sidecar(): Sidecar {
    return children.of(this);
  }
}
