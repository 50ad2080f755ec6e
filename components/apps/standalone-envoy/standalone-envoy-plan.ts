import { createHash } from "node:crypto";
import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import {
  dnsLabel,
  dnsName,
  duration,
  imageName,
  integer,
  port as portNumber,
} from "../../../arguments/predicates";
import { whenKnown } from "../../../arguments/when-known";
import { dataplaneModeLabel, podInjectionLabel } from "../../../values/known-names";
import versions from "../../../versions.json";
import { withMetadata } from "../../metadata";
import { closedBy } from "../../policies/traffic/plain-text";
import { serviceOf } from "../../policies/traffic/traffic-policy-together";
import type { EndCheck, Part } from "../../program/part";
import { nothingSaid, type View } from "../../program/view";
import { clusterDomainOf, domainDemands } from "../../routing/cluster-domain";
import { serviceHost } from "../../routing/service-host";
import {
  accountArgs,
  deploymentArgs,
  namedWorkload,
  type PodPlan,
  placedClaim,
  serviceArgs,
  type Workload,
  type WorkloadSettings,
  workloadPart,
} from "../workload";
import { type EnvoyRoute, envoyConfig, listenerPort } from "./envoy-config";
import type { StandaloneEnvoyArgs } from "./standalone-envoy-args";

/** Arguments with all defaults filled in, and the objects that follow from them. */
export interface StandaloneEnvoyPlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<StandaloneEnvoyArgs>;
  host: pulumi.Input<string>;
  config: k8s.core.v1.ConfigMapArgs;
  workload: Workload;
  /** What it says to the program that it is part of. */
  part: Part;
}

const folder = "/etc/envoy";
const file = "envoy.json";

/** Neither injected nor captured: the proxy's ports are those of Istio's own proxy. */
const outsideTheMesh = { [podInjectionLabel]: "false", [dataplaneModeLabel]: "none" };

type Wanted = { [K in keyof EnvoyRoute]: pulumi.Input<EnvoyRoute[K]> };

const configText = (wanted: Wanted): pulumi.Input<string> =>
  whenKnown(
    [wanted.upstream, wanted.upstreamPort, wanted.timeout, wanted.retries, wanted.retryOn],
    (
      upstream: string,
      upstreamPort: number,
      timeout: string | undefined,
      retries: number | undefined,
      retryOn: string,
    ) =>
      `${JSON.stringify(envoyConfig({ upstream, upstreamPort, timeout, retries, retryOn }), null, 2)}\n`,
  );

/** Envoy reads its file once, so the Pods are replaced when the text changes. */
const digest = (text: pulumi.Input<string>) =>
  whenKnown([text], (known: string) => createHash("sha256").update(known).digest("hex"));

const podsOf = (
  name: pulumi.Input<string>,
  image: pulumi.Input<string>,
  text: pulumi.Input<string>,
): PodPlan => ({
  identity: { app: name },
  labels: outsideTheMesh,
  annotations: { "checksum/config": digest(text) },
  account: name,
  container: {
    name: "envoy",
    image,
    // Without hot restart two proxies on one node share no memory.
    args: ["--config-path", `${folder}/${file}`, "--disable-hot-restart"],
    ports: [{ name: "http", containerPort: listenerPort }],
    readinessProbe: { tcpSocket: { port: listenerPort } },
    volumeMounts: [{ name: "config", mountPath: folder, readOnly: true }],
  },
  spec: { volumes: [{ name: "config", configMap: { name } }] },
});

/** It is no part of the mesh, and speaks plain text. */
const isLetIn = (host: pulumi.Input<string>): EndCheck => ({
  path: "upstream",
  names: [host],
  reason(program, [name = ""]) {
    const namespace = serviceOf(name)?.[0];
    const refusing = namespace === undefined ? undefined : closedBy(namespace, program);
    return refusing
      ? `is called in plain text, and ${refusing.owner} lets nothing but mutual TLS in (STRICT); set its mode to "PERMISSIVE" for the Pods behind ${name}, or send requests to a Service outside of the mesh`
      : undefined;
  },
});

/** Throws one error with everything that is wrong. `program` is what it is part of. */
export function standaloneEnvoyPlan(
  component: string,
  unchecked: StandaloneEnvoyArgs,
  program: View = nothingSaid,
): StandaloneEnvoyPlan {
  const check = checkArguments("StandaloneEnvoy", component, unchecked);
  const { args } = check;
  const namespace = check.input("namespace", args.namespace, dnsLabel);
  const name = check.input("name", args.name ?? component, dnsLabel);
  const upstream = check.input("upstream", args.upstream, dnsName);
  const upstreamPort = check.input("upstreamPort", args.upstreamPort, portNumber);
  const timeout = check.input("timeout", args.timeout, duration);
  const retries = check.input("retries", args.retries, integer(0));
  const port = check.input("port", args.port ?? 80, portNumber);
  check.input("image", args.image, imageName);
  const replicas = check.input("replicas", args.replicas ?? 1, integer(0));
  if (args.retryOn !== undefined && retries === undefined) {
    check.fail("retryOn", "says what is tried again, but retries is missing");
  }
  check.labels(args.labels, ["app", "service"]);
  check.annotations(args.annotations);
  const safe = check.done();

  const { image = `docker.io/envoyproxy/envoy:v${versions.envoy}`, retryOn = "5xx" } = safe;
  const { labels, annotations } = safe;
  const settings: WorkloadSettings = { namespace, replicas, labels, annotations };
  const clusterDomain = clusterDomainOf(undefined, program);
  const host = serviceHost(upstream, namespace, clusterDomain);
  const text = configText({ upstream: host, upstreamPort, timeout, retries, retryOn });
  const ports = [{ name: "http", port, targetPort: listenerPort }];
  const metadata = {
    name,
    namespace,
    labels: withMetadata(labels, { app: name }),
    annotations: withMetadata(annotations),
  };
  const workload = {
    account: accountArgs(name, settings),
    service: serviceArgs(name, ports, settings),
    deployments: [{ args: deploymentArgs(name, podsOf(name, image, text), settings) }],
  };
  const { claims = [], facts } = workloadPart([workload], namedWorkload);
  return {
    inputs: { ...safe, name, port, image, replicas },
    host: serviceHost(name, namespace, clusterDomain),
    config: { metadata, data: { [file]: text } },
    workload,
    part: {
      claims: [...claims, placedClaim("ConfigMap", { metadata }, namedWorkload)],
      facts,
      demands: domainDemands(undefined, program, [{ service: upstream, path: "upstream" }]),
      atEnd: [isLetIn(host)],
    },
  };
}
