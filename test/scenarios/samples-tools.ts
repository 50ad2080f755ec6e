import type { Difference, Scenario } from "./scenario";

const different = (object: string, reason: string, ...paths: string[]): Difference[] =>
  paths.map((path) => ({ object, path, reason }));

const chartLabel = "helm.sh/chart";

/** What the chart of Prometheus has made of the sample with secured metrics. */
const rendered = [
  "ServiceAccount",
  "ConfigMap",
  "ClusterRole",
  "ClusterRoleBinding",
  "Service",
  "Deployment",
].map((kind) => `${kind} prometheus`);

const tracer = (
  file: string,
  namespace: string,
  asked: string,
  ...differences: Difference[]
): Scenario => ({
  source: `samples/addons/extras/${file}.yaml`,
  example: "tracers",
  namespace,
  look: "a span of a request, on the tracer's page",
  asked,
  differences,
});

/** A module of Skaffold that installs a chart. */
const chartModule = (name: string, ...more: Difference[]): Difference[] => [
  ...different(
    `Config ${name}`,
    "charts of a checkout are given to the program as its `charts`",
    "profiles[0]",
  ),
  ...different(
    `Config ${name}`,
    "Istio's address of today, in place of one that is gone",
    "profiles[1].deploy.helm.releases[0].repo",
  ),
  ...more,
];

/** Istio's samples for tools beside a mesh that it does not install by default. */
export default [
  tracer("zipkin", "zipkin", "spans of shop go to Zipkin"),
  tracer(
    "skywalking",
    "skywalking",
    "spans of blog go to SkyWalking",
    ...different(
      "Deployment skywalking-ui",
      "as a label, which Istio reads in the place of the annotation",
      "spec.template.metadata.annotations",
    ),
  ),
  {
    source: "samples/addons/extras/prometheus-secure-metrics.yaml",
    example: "secure-metrics",
    look: "the target httpbin in Prometheus, and that another Pod cannot read the same",
    asked: "Prometheus shows the certificate that its proxy leaves in a file",
    differences: [
      ...different(
        "Deployment prometheus",
        "left out, as it says that there is none",
        "spec.strategy.rollingUpdate",
      ),
      ...rendered.flatMap((object) =>
        different(object, "no chart has rendered ours", `metadata.labels.${chartLabel}`),
      ),
      ...different(
        "Deployment prometheus",
        "no chart has rendered ours",
        `spec.template.metadata.labels.${chartLabel}`,
      ),
    ],
  },
  {
    source: "samples/security/spire/spire-quickstart.yaml",
    example: "spire-installation",
    look: "`spire-server agent list` names an agent for every node",
    asked: "the agent's socket is where proxies of Istio look for it",
    differences: [
      ...["server", "agent"].flatMap((one) =>
        different(
          `ConfigMap spire-${one}`,
          "the same settings, without the sample's remarks",
          `data.${one}.conf`,
        ),
      ),
      ...["Deployment spire-server", "DaemonSet spire-agent"].flatMap((workload) =>
        different(
          workload,
          "a Pod is in the namespace of what makes it",
          "spec.template.metadata.namespace",
        ),
      ),
      ...["clusterspiffeids", "clusterfederatedtrustdomains"].flatMap((kind) =>
        different(
          `CustomResourceDefinition ${kind}.spire.spiffe.io`,
          "SPIRE's documentation describes the fields",
          "spec.versions[0].schema.openAPIV3Schema**.description",
        ),
      ),
    ],
  },
  {
    source: "samples/cicd/skaffold/skaffold.yaml",
    example: "bookinfo-quick-start",
    look: "the page at the output address, and Kiali by the output portForward",
    asked: "GET anything/productpage",
    differences: [
      ...chartModule(
        "istio-base",
        ...different(
          "Config istio-base",
          "the ControlPlane makes its namespace",
          "profiles[1].deploy.helm.releases[0].createNamespace",
        ),
      ),
      ...chartModule(
        "istiod",
        ...different("Config istiod", "the ControlPlane brings both charts", "requires"),
      ),
      ...chartModule(
        "ingress",
        ...different("Config ingress", "the module is called so in the program", "metadata.name"),
        ...different("Config ingress", "`needs` in the program", "requires"),
      ),
      ...different("Config prometheus", "Addons installs the same file", ""),
      ...different("Config kiali", "Addons installs the file of this release of Istio", ""),
      ...different(
        "Config bookinfo",
        "Bookinfo and an AppGateway in a namespace of their own; the rules are in bookinfo-routing",
        "",
      ),
    ],
  },
] satisfies Scenario[];
