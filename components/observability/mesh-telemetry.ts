import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../arguments/known-output";
import { joined, joinProgram, programView } from "../program/join";
import { Children } from "../resources/children";
import { manifest } from "../resources/named-object";
import { Telemetry } from "../resources/telemetry/v1";
import type { MeshTelemetryArgs } from "./mesh-telemetry-args";
import { meshTelemetryPlan, telemetryArgument } from "./mesh-telemetry-plan";

const children = new Children<Telemetry>();

/** What proxies report: access logs, spans and metrics, for the mesh, a namespace or workloads. */
export class MeshTelemetry extends pulumi.ComponentResource {
  /** Namespace of the Telemetry. */
  readonly namespace: pulumi.Output<string>;
  /** Name of the Telemetry. */
  readonly name: pulumi.Output<string>;

  constructor(name: string, args: MeshTelemetryArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = meshTelemetryPlan(name, args, programView(opts));
    const member = joinProgram("MeshTelemetry", name, plan.part, opts);
    super("istio-mesh:index:MeshTelemetry", name, plan.inputs, opts);
    joined(member, this);
    children.keep(
      this,
      new Telemetry(name, manifest(plan.object, telemetryArgument), { parent: this }),
    );
    this.namespace = pulumi.output(plan.object.namespace);
    this.name = pulumi.output(plan.object.name);
    remember(this.namespace, plan.object.namespace);
    remember(this.name, plan.object.name);
    this.registerOutputs({ namespace: this.namespace, name: this.name });
  }

  /** The Telemetry as the cluster has it. */
  get telemetry(): Telemetry {
    return children.of(this);
  }
}
