import type * as k8s from "@pulumi/kubernetes";
import { CertManager as RemoteCertManager } from "@pulumi/kubernetes-cert-manager";
import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../arguments/known-output";
import { withMetadata } from "../metadata";
import { ownNamespace } from "../namespaces/own-namespace";
import { joined, joinProgram } from "../program/join";
import { Children } from "../resources/children";
import type { CertManagerArgs } from "./cert-manager-args";
import { certManagerPlan, withValues } from "./cert-manager-plan";

interface Made {
  namespace: k8s.core.v1.Namespace | undefined;
  release: RemoteCertManager;
}

const children = new Children<Made>();

/**
 * cert-manager, which issues and renews certificates, through Pulumi's component for it. Issuers and
 * certificates that are declared after it wait for it; a cluster that has cert-manager already needs
 * nothing of it.
 */
export class CertManager extends pulumi.ComponentResource {
  /** Namespace of cert-manager, where the Secrets of issuers for the whole cluster belong. */
  readonly namespace: pulumi.Output<string>;
  /** Version of the chart. */
  readonly version: pulumi.Output<string>;

  constructor(name: string, args: CertManagerArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    const plan = certManagerPlan(name, args);
    const member = joinProgram("CertManager", name, plan.part, opts);
    super("istio-mesh:index:CertManager", name, plan.inputs, opts);
    joined(member, this);
    plan.self.component = this;
    const metadata = {
      name: plan.namespace,
      labels: withMetadata(plan.inputs.labels),
      annotations: withMetadata(plan.inputs.annotations),
    };
    const namespace = plan.createNamespace ? ownNamespace(name, metadata, plan, this) : undefined;
    const release = new RemoteCertManager(name, plan.remote, {
      parent: this,
      ...(namespace && { dependsOn: [namespace] }),
      ...(plan.past && { transforms: [withValues(plan.values)] }),
    });
    this.namespace = namespace?.metadata.name ?? pulumi.output(plan.namespace);
    children.keep(this, { namespace, release });
    remember(this.namespace, plan.namespace);
    this.version = pulumi.output(plan.version);
    this.registerOutputs({ namespace: this.namespace, version: this.version });
  }

  /** The namespace, unless it was there before. */
  get namespaceObject(): k8s.core.v1.Namespace | undefined {
    return children.of(this).namespace;
  }

  /** Pulumi's own component, with the Helm release in it. */
  get release(): RemoteCertManager {
    return children.of(this).release;
  }
}
