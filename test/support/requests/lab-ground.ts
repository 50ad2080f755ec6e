import type { KubernetesObject } from "../objects";
import { callers, podName, type WorldService, worldServices } from "./world";

/** The world of test/support/requests/world.ts as objects that a cluster runs: who answers says who it is. */

const injected = { "istio-injection": "enabled" };

/** A client that the mesh does not know. */
export const stranger = { name: "stranger", namespace: "plain" } as const;

const everybody = [...callers, stranger];

const image = "docker.io/curlimages/curl:8.16.0";

export const spaces = (): KubernetesObject[] =>
  Object.entries({ shop: injected, bank: injected, plain: {} }).map(([name, labels]) => ({
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name, labels },
  }));

const account = (name: string, namespace: string): KubernetesObject => ({
  apiVersion: "v1",
  kind: "ServiceAccount",
  metadata: { name, namespace },
});

function deployment(
  name: string,
  namespace: string,
  labels: Record<string, string>,
  serviceAccountName: string,
  container: object,
): KubernetesObject {
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name, namespace },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName,
          terminationGracePeriodSeconds: 0,
          containers: [{ name: "app", image, ...container }],
        },
      },
    },
  };
}

/** Answers with its name and with what it has seen of the request. */
const program = (name: string, port: number) => `
  require("node:http").createServer((asked, answer) => {
    const { method, url: path, headers } = asked;
    answer.setHeader("served-by", ${JSON.stringify(name)});
    answer.end(JSON.stringify({ method, path, host: headers.host }));
  }).listen(${port});`;

const server = (one: WorldService, version: string): KubernetesObject =>
  deployment(
    podName(one, version),
    one.namespace,
    { app: one.name, version },
    `${one.name}-account`,
    {
      command: [process.execPath, "-e", program(podName(one, version), one.targetPort)],
      ports: [{ containerPort: one.targetPort }],
    },
  );

function service({ name, namespace, port, portName, targetPort }: WorldService): KubernetesObject {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name, namespace },
    spec: { selector: { app: name }, ports: [{ name: portName, port, targetPort }] },
  };
}

/** Services, who answers for them, and who asks. */
export const appObjects = (): KubernetesObject[] => [
  ...worldServices.flatMap((one) => [
    account(`${one.name}-account`, one.namespace),
    service(one),
    ...one.versions.map((version) => server(one, version)),
  ]),
  ...everybody.flatMap(({ name, namespace }) => [
    account(name, namespace),
    deployment(name, namespace, { app: name }, name, { command: ["/bin/sleep", "infinity"] }),
  ]),
];
