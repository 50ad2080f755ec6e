import { createHash } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";
import { usualIstioNamespace } from "../../values/known-names";
import type { CommonArgs } from "../common-args";
import { metadataTransform } from "../control-plane/metadata-transform";
import { Addon } from "./addon";
import { type Installation, kialiServices } from "./addon-wiring";
import { joinedKialiConfig } from "./kiali-config";

// biome-ignore lint/suspicious/noExplicitAny: objects of every kind that a manifest may hold
type Props = { [field: string]: any };

/** Subjects of a binding are in the namespace of the tools, like all else in the manifest. */
const movedSubjects = (subjects: Props[], namespace: pulumi.Input<string>) =>
  subjects.map((subject) =>
    subject.namespace === undefined ? subject : { ...subject, namespace },
  );

/** The manifests name their namespace; cluster-wide objects have none. */
function moved(props: Props, namespace: pulumi.Input<string>): Props {
  return {
    ...props,
    ...(props.metadata?.namespace !== undefined && {
      metadata: { ...props.metadata, namespace },
    }),
    ...(props.subjects && { subjects: movedSubjects(props.subjects, namespace) }),
  };
}

const hashOf = (services: object) =>
  createHash("sha256").update(JSON.stringify(services)).digest("hex").slice(0, 16);

/** The Pod starts anew when what it was told of the other tools has changed. */
const restartWith = (props: Props, mark: pulumi.Input<string>): Props => {
  const { template } = props.spec;
  const annotations = { ...template.metadata?.annotations, "istio-mesh/joined-tools": mark };
  const metadata = { ...template.metadata, annotations };
  return { ...props, spec: { ...props.spec, template: { ...template, metadata } } };
};

/** Tells Kiali of the other tools. */
function joined(props: Props, installation: Installation): Props {
  const services = pulumi.output(kialiServices(installation));
  if (props.kind === "ConfigMap") {
    const config = pulumi
      .all([services, installation.namespace])
      .apply(([known, namespace]) =>
        joinedKialiConfig(props.data["config.yaml"], known, namespace),
      );
    return { ...props, data: { ...props.data, "config.yaml": config } };
  }
  return props.kind === "Deployment" ? restartWith(props, services.apply(hashOf)) : props;
}

/** Whether the release's configuration of Kiali says what is so: all of them are where it looks. */
function isJoined({ addons, namespace, istioNamespace, clusterDomain, existing }: Installation) {
  return (
    [namespace, istioNamespace].every((one) => one === usualIstioNamespace) &&
    clusterDomain === undefined &&
    Object.values(existing).every((address) => address === undefined) &&
    addons.includes(Addon.Prometheus) &&
    addons.includes(Addon.Grafana) &&
    !addons.includes(Addon.Jaeger)
  );
}

/**
 * What a manifest's objects become; the manifest itself has no metadata and stays. Undefined when
 * they stay as they are: a transform costs a round trip per object.
 */
export function addonTransform(
  addon: Addon,
  installation: Installation,
  common: CommonArgs,
): pulumi.ResourceTransform | undefined {
  const metadata = metadataTransform(common);
  const stays =
    addon === Addon.Kiali ? isJoined(installation) : installation.namespace === usualIstioNamespace;
  return stays ? metadata : changed(addon, installation, metadata);
}

function changed(
  addon: Addon,
  installation: Installation,
  metadata: pulumi.ResourceTransform | undefined,
): pulumi.ResourceTransform {
  return async (args) => {
    if (!args.props.metadata) {
      return undefined;
    }
    const here = moved(args.props, installation.namespace);
    const props = addon === Addon.Kiali ? joined(here, installation) : here;
    return (await metadata?.({ ...args, props })) ?? { props, opts: args.opts };
  };
}
