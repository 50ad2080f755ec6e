import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../../arguments/known-output";
import { joined, joinProgram, programView } from "../../program/join";
import { Children } from "../../resources/children";
import { createWorkload, type WorkloadObjects } from "../create-workload";
import type { StandaloneEnvoyArgs } from "./standalone-envoy-args";
import { standaloneEnvoyPlan } from "./standalone-envoy-plan";

const children = new Children<WorkloadObjects & { config: k8s.core.v1.ConfigMap }>();

/**
 * One Envoy without Istio, which sends everything to one host: what a sidecar does, in a file that can be
 * read. Its own pages (`/stats`, `/config_dump`) are on port 15000 of the Pod, by `kubectl port-forward`.
 * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/overview/examples
 */
export class StandaloneEnvoy extends pulumi.ComponentResource {
  /** Full host name of the proxy's Service. */
  readonly host: pulumi.Output<string>;

  constructor(name: string, args: StandaloneEnvoyArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = standaloneEnvoyPlan(name, args, programView(opts));
    const member = joinProgram("StandaloneEnvoy", name, plan.part, opts);
    super("istio-mesh:index:StandaloneEnvoy", name, plan.inputs, opts);
    joined(member, this);
    const config = new k8s.core.v1.ConfigMap(name, plan.config, { parent: this });
    children.keep(this, { ...createWorkload(name, plan.workload, this, [config]), config });
    this.host = pulumi.output(plan.host);
    remember(this.host, plan.host);
    this.registerOutputs({ host: this.host });
  }

  /** Account, Service and Deployment. */
  get workload(): WorkloadObjects {
    return children.of(this);
  }

  /** The file of the proxy. */
  get configMap(): k8s.core.v1.ConfigMap {
    return children.of(this).config;
  }
}
