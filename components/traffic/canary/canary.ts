import * as pulumi from "@pulumi/pulumi";
import { joined, joinProgram } from "../../program/join";
import type { Dialect } from "../dialect";
import type { CanaryArgs } from "./canary-args";
import { createGatewayApiCanary } from "./canary-gateway-api";
import { createIstioCanary } from "./canary-istio";
import { type CanarySpec, canarySpec } from "./canary-spec";

const create: Record<Dialect, (name: string, spec: CanarySpec, parent: pulumi.Resource) => void> = {
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
    const spec = canarySpec(name, args);
    const member = joinProgram("Canary", name, {}, opts);
    super("istio-mesh:index:Canary", name, spec.inputs, opts);
    joined(member, this);
    create[spec.dialect](name, spec, this);
    this.host = pulumi.output(spec.host);
    this.split = pulumi.output(
      Object.fromEntries(spec.versions.map((version) => [version.name, version.weight])),
    );
    this.registerOutputs({ host: this.host, split: this.split });
  }
}
