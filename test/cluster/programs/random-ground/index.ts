// What random-programs.test.ts deploys first: a mesh in one of both modes, and the Services that random
// programs are about. Each version answers with its name, after as many seconds as the path says.
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import {
  type ChartSource,
  Client,
  ControlPlane,
  IngressGateway,
  MeshNamespace,
  type Profile,
  Waypoint,
} from "istio-mesh";
import { worldServices } from "../../../support/random-programs";

const config = new pulumi.Config();
const charts = config.requireObject<ChartSource>("charts");
const profile = config.require("profile") as Profile;

const mesh = new ControlPlane("istio", {
  profile,
  size: "small",
  charts,
  gatewayApi: { mode: "install", manifest: config.require("gatewayApi") },
});
const after = { dependsOn: [mesh] };
const ingress = new IngressGateway("ingress", { charts }, after);
new MeshNamespace("istio-egress", { dataPlaneMode: "none" }, after);

const waypoint = profile === "ambient" ? { waypoint: "waypoint" } : {};
for (const name of ["shop", "bank"]) {
  const space = new MeshNamespace(name, { dataPlaneMode: profile, ...waypoint }, after);
  const inside = { dependsOn: [mesh, space] };
  if (profile === "ambient") {
    new Waypoint(`${name}-waypoint`, { namespace: name }, inside);
  }
  new Client(`${name}-client`, { namespace: name, name: "client" }, inside);
  for (const service of worldServices.filter(({ namespace }) => namespace === name)) {
    serve(service, inside);
  }
}

function serve(service: (typeof worldServices)[number], opts: pulumi.CustomResourceOptions): void {
  const { name, namespace, port, targetPort } = service;
  const app = { app: name };
  new k8s.core.v1.Service(
    `${namespace}-${name}`,
    {
      metadata: { name, namespace },
      spec: { selector: app, ports: [{ name: "http", port, targetPort }] },
    },
    opts,
  );
  for (const version of ["v1", "v2"]) {
    const labels = { ...app, version };
    const answer = `setTimeout(() => end(${JSON.stringify(version)}), (url.match(/\\d+$/) ?? [0])[0] * 1000)`;
    const program = `http.createServer(({ url }, answer) => { const end = (text) => answer.end(text); ${answer}; }).listen(${targetPort})`;
    new k8s.apps.v1.Deployment(
      `${namespace}-${name}-${version}`,
      {
        metadata: { name: `${name}-${version}`, namespace },
        spec: {
          selector: { matchLabels: labels },
          template: {
            // Pods of the other mode have another proxy.
            metadata: { labels, annotations: { "example.com/mode": profile } },
            spec: {
              containers: [
                {
                  name: "app",
                  image: "docker.io/curlimages/curl:8.16.0",
                  command: [process.execPath, "-e", program],
                  ports: [{ containerPort: targetPort }],
                },
              ],
            },
          },
        },
      },
      opts,
    );
  }
}

export const address = ingress.address;
