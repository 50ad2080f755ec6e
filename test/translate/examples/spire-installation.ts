import { type Asked, objectOf, says, type World } from "../../support/asked";
import type { KubernetesObject } from "../../support/objects";

/** Settings in a ConfigMap. */
function settings(world: World, name: string, file: string): string {
  const { data } = objectOf(world, "ConfigMap", name) as KubernetesObject & {
    data: Record<string, string>;
  };
  return data[file] ?? "";
}

const setting = (text: string, name: string): string | undefined =>
  new RegExp(`\\b${name} = "(.*)"`).exec(text)?.[1];

interface Names {
  spec: { names: { kind: string } };
}

export default {
  noRequest: "what is installed here gives names to those who ask, and answers no request itself",
  asks: [
    says(
      "the agent's socket is where proxies of Istio look for it",
      (world) => setting(settings(world, "spire-agent", "agent.conf"), "socket_path"),
      "/run/secrets/workload-spiffe-uds/socket",
    ),
    says(
      "server, agent and controller are of one trust domain",
      (world) => [
        setting(settings(world, "spire-server", "server.conf"), "trust_domain"),
        setting(settings(world, "spire-agent", "agent.conf"), "trust_domain"),
        JSON.parse(
          settings(
            world,
            "spire-controller-manager-config",
            "spire-controller-manager-config.yaml",
          ),
        ).trustDomain,
      ],
      ["example.org", "example.org", "example.org"],
    ),
    says(
      "the driver of the volumes is the one that the example spire asks for",
      (world) => objectOf(world, "CSIDriver", "csi.spiffe.io").metadata?.name,
      "csi.spiffe.io",
    ),
    says(
      "the kinds of the example spire are defined",
      ({ objects }) =>
        objects
          .filter(({ kind }) => kind === "CustomResourceDefinition")
          .map((one) => (one as unknown as Names).spec.names.kind)
          .sort(),
      ["ClusterFederatedTrustDomain", "ClusterSPIFFEID"],
    ),
  ],
} satisfies Asked;
