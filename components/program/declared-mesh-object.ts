import type * as pulumi from "@pulumi/pulumi";
import { serviceHost } from "../resources/service-host";
import { isKnown } from "../validation/when-known";
import { recall } from "./known-output";
import { type Demand, demand, type Fact, fact, type Part } from "./part";
import { type Fields, fields } from "./plain-fields";

const list = (value: unknown): Fields[] =>
  Array.isArray(value) && isKnown(value) ? value.map(fields) : [];

const text = (value: unknown): string | undefined => {
  const known = recall(value as pulumi.Input<unknown>);
  return typeof known === "string" ? known : undefined;
};

/** Versions that routes can name, and a rule that a canary's own would contradict. */
function destinationRule(spec: Fields, namespace: string): Part {
  const short = text(spec.host);
  if (short === undefined) {
    return {};
  }
  const host = serviceHost(short, namespace) as string;
  const versions = list(spec.subsets).flatMap(({ name }) => text(name) ?? []);
  const facts = versions.map(
    (version): Fact =>
      fact({
        topic: "subset",
        key: [host, version],
        value: { host, version },
        path: "spec.subsets",
      }),
  );
  const isForAll = spec.trafficPolicy !== undefined && spec.workloadSelector === undefined;
  return { facts, demands: isForAll ? [noCanary(host)] : [] };
}

const noCanary = (host: string): Demand =>
  demand({
    topic: "canary",
    key: [host],
    path: "spec.trafficPolicy",
    test: ({ owner }) =>
      `is a second rule for ${host}, which ${owner} has rules for: of two in one namespace istiod follows the policy of one (KIA0201); say it in \`policy\` of the canary`,
  });

/** A policy for a Service is none for the Services of its versions, which a client may call as well. */
function policy(spec: Fields, namespace: string): Part {
  const targets = [...list(spec.targetRefs), fields(spec.targetRef)]
    .filter(({ kind, group }) => kind === "Service" && (group === undefined || group === ""))
    .flatMap(({ name }) => text(name) ?? []);
  return {
    demands: targets.map((target, i) =>
      demand({
        topic: "canaryServices",
        key: [namespace, target],
        path: `spec.targetRefs[${i}]`,
        test: ({ owner, names }) => {
          const missing = names.filter((name) => !targets.includes(name));
          return missing.length === 0
            ? undefined
            : `is the Service ${target}, and the policy does not hold for ${missing.join(", ")}, which ${owner} makes for its versions: who calls them by name gets past it; name them in targetRefs too`;
        },
      }),
    ),
  };
}

/** What an object of the mesh that a program makes without a component says to the components. */
export function meshPart(type: string, props: { metadata?: unknown; spec?: unknown }): Part {
  const [, group, kind] = /^kubernetes:([a-z.]+\.istio\.io)\/[^:]+:(\w+)$/.exec(type) ?? [];
  const namespace = text(fields(props.metadata).namespace);
  const spec = fields(props.spec);
  if (namespace === undefined) {
    return {};
  }
  if (group === "networking.istio.io" && kind === "DestinationRule") {
    return destinationRule(spec, namespace);
  }
  if (group === "networking.istio.io" && kind === "Gateway") {
    const name = text(fields(props.metadata).name);
    const gateway = `${namespace}/${name}`;
    return name === undefined
      ? {}
      : {
          facts: [
            fact({
              topic: "gateway",
              key: [namespace, name],
              value: { gateway },
              path: "metadata",
            }),
          ],
        };
  }
  return group === "security.istio.io" &&
    ["AuthorizationPolicy", "RequestAuthentication"].includes(kind ?? "")
    ? policy(spec, namespace)
    : {};
}
