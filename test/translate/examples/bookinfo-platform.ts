import { type Asked, gets, objectOf, says, sidecar, type World } from "../../support/asked";

interface Workload {
  spec: { template: { spec: { containers: Record<string, unknown>[] } } };
}

const inNamespace = ({ objects }: World, kind: string, namespace: string) =>
  objects.filter((one) => one.kind === kind && one.metadata?.namespace === namespace);

const namespaces = ["dualstack", "nodeport", "ingress"];

export default {
  proxies: namespaces.map((namespace) =>
    sidecar(namespace, namespace, { app: "productpage", version: "v1" }),
  ),
  asks: [
    ...namespaces.map((namespace) =>
      gets(
        namespace,
        { host: `reviews.${namespace}.svc.cluster.local`, port: 9080 },
        `100 reviews.${namespace}:9080; 2 retries`,
        "reviews",
      ),
    ),
    says(
      "no container of psa may get privileges",
      (world) =>
        inNamespace(world, "Deployment", "psa").map((one) => {
          const { template } = (one as unknown as Workload).spec;
          return template.spec.containers.map(({ securityContext }) => securityContext);
        }),
      Array(6).fill([
        {
          allowPrivilegeEscalation: false,
          capabilities: { drop: ["ALL"] },
          runAsNonRoot: true,
          seccompProfile: { type: "RuntimeDefault" },
        },
      ]),
    ),
    says(
      "the main addresses of dualstack are of both families",
      (world) =>
        inNamespace(world, "Service", "dualstack").map(({ metadata, spec }) => {
          const { ipFamilyPolicy, ipFamilies } = spec as Record<string, unknown>;
          return `${String(metadata?.name)}: ${ipFamilyPolicy} ${ipFamilies}`;
        }),
      [
        "details: RequireDualStack IPv6,IPv4",
        "ratings: RequireDualStack IPv6,IPv4",
        "reviews: RequireDualStack IPv4,IPv6",
        "productpage: RequireDualStack IPv4,IPv6",
      ],
    ),
    says(
      "the page of nodeport is at a port of every node",
      (world) =>
        inNamespace(world, "Service", "nodeport").map(
          ({ spec }) => (spec as { type?: string }).type,
        ),
      [undefined, undefined, undefined, "NodePort"],
    ),
    says(
      "the Ingress is for Istio's gateway",
      (world) => [
        (objectOf(world, "Ingress", "gateway").spec as { ingressClassName: string })
          .ingressClassName,
        objectOf(world, "IngressClass", "istio").spec,
      ],
      ["istio", { controller: "istio.io/ingress-controller" }],
    ),
  ],
} satisfies Asked;
