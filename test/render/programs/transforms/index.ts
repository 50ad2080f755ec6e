import { resolve } from "node:path";
import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import { componentCases } from "../../../support/component-case";

const mark: pulumi.ResourceTransform = ({ type, props, opts }) => {
  if (!type.startsWith("kubernetes:")) {
    return undefined;
  }
  const annotations = { ...props.metadata?.annotations, "example.com/marked": "yes" };
  return { props: { ...props, metadata: { ...props.metadata, annotations } }, opts };
};

// A provider that renders takes no kubeconfig, and would read this one by itself.
delete process.env.KUBECONFIG;
// Each has a cluster of its own, so that none stands in another's place. What comes out of a chart gets
// its labels by a transform anyway, and the rendered programs show them.
for (const { component, samples } of componentCases.filter(({ rendered }) => !rendered)) {
  const dir = resolve(__dirname, "../../../../build/work/transforms/objects", component);
  const provider = new k8s.Provider(component, { renderYamlToDirectory: dir });
  samples[0]?.create(component.toLowerCase(), { provider, transforms: [mark] });
}
