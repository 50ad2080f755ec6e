import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../arguments/known-output";
import { metadataTransform } from "../control-plane/metadata-transform";
import { joined, joinProgram, programView } from "../program/join";
import { Children } from "../resources/children";
import type { Addon } from "./addon";
import type { AddonProvider } from "./addon-provider";
import { addonTransform } from "./addon-transform";
import { addonUrl, portForward } from "./addon-wiring";
import type { AddonsArgs } from "./addons-args";
import { type AddonRelease, addonsPlan } from "./addons-plan";

/** What brings the objects of each tool: a file of objects, or a chart. */
export type AddonObjects = { [addon in Addon]?: k8s.yaml.v2.ConfigFile | k8s.helm.v4.Chart };

const children = new Children<AddonObjects>();

/**
 * Kiali, Prometheus, Grafana, Jaeger and Loki, which know of each other. They are set up for a look
 * at a mesh: what they store is gone with their Pods, and nobody has to log in.
 */
export class Addons extends pulumi.ComponentResource {
  /** Namespace of the tools. */
  readonly namespace: pulumi.Output<string>;
  /** Addresses of their pages inside the cluster, by the name of the tool. */
  readonly urls: pulumi.Output<{ [addon: string]: string }>;
  /** Commands that make their pages local, by the name of the tool. */
  readonly portForward: pulumi.Output<{ [addon: string]: string }>;
  /** Entries for the mesh config's `extensionProviders`, by which proxies report to the tools. */
  readonly extensionProviders: pulumi.Output<AddonProvider[]>;

  constructor(name: string, args?: AddonsArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = addonsPlan(name, args, programView(opts));
    const member = joinProgram("Addons", name, plan.part, opts);
    super("istio-mesh:index:Addons", name, plan.inputs, opts);
    joined(member, this);
    const { installation } = plan;
    const { addons, namespace } = installation;

    const before: pulumi.Resource[] = [];
    const made: AddonObjects = {};
    for (const { addon, file } of plan.manifests) {
      const transform = addonTransform(addon, installation, plan.inputs);
      const transforms = transform ? [transform] : [];
      const options = { parent: this, dependsOn: [...before], transforms };
      made[addon] = new k8s.yaml.v2.ConfigFile(`${name}-${addon}`, { file }, options);
      before.push(made[addon]);
    }
    const added = metadataTransform(plan.inputs);
    for (const { addon, ...chart } of plan.releases) {
      const options = { parent: this, dependsOn: [...before], transforms: added ? [added] : [] };
      const values = chartArgs(addon, chart, namespace);
      made[addon] = new k8s.helm.v4.Chart(`${name}-${addon}`, values, options);
      before.push(made[addon]);
    }
    children.keep(this, made);

    const each = (of: (addon: Addon) => pulumi.Input<string>) =>
      pulumi.output(Object.fromEntries(addons.map((addon) => [addon, of(addon)])));
    this.namespace = pulumi.output(namespace);
    this.urls = each((addon) => addonUrl(installation, addon));
    this.portForward = each((addon) => portForward(installation, addon));
    this.extensionProviders = pulumi.output(plan.extensionProviders);
    remember(this.namespace, namespace);
    remember(this.extensionProviders, plan.extensionProviders);
    this.registerOutputs({
      namespace: this.namespace,
      urls: this.urls,
      portForward: this.portForward,
      extensionProviders: this.extensionProviders,
    });
  }

  /** File or chart of each tool, by its name; its objects are changed by `transforms`. */
  get tools(): Readonly<AddonObjects> {
    return children.of(this);
  }
}

/** The release is called like the tool, from which charts derive the names of their objects. */
const chartArgs = (
  addon: Addon,
  { chart, version, repository, values }: Omit<AddonRelease, "addon">,
  namespace: pulumi.Input<string>,
): k8s.helm.v4.ChartArgs => ({
  name: addon,
  namespace,
  chart,
  version,
  values,
  ...(repository !== undefined && { repositoryOpts: { repo: repository } }),
});
