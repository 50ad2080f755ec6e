import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";

/** What server and agent have to say the same of. */
export interface Spire {
  namespace: pulumi.Input<string>;
  trustDomain: string;
  /** The cluster, as agents that join call it. */
  cluster: string;
}

export const volumes = {
  bundle: "spire-bundle",
  config: "spire-config",
} as const;

/** Settings in SPIRE's own notation, HCL: names of plug-ins and clusters are quoted, lists stand in one line. */
export function hcl(settings: object, indent = ""): string {
  return Object.entries(settings)
    .map(([name, value]) =>
      typeof value === "object" && !Array.isArray(value)
        ? `${indent}${name} {\n${hcl(value, `${indent}  `)}${indent}}\n`
        : `${indent}${name} = ${JSON.stringify(value)}\n`,
    )
    .join("");
}

/** A plug-in of SPIRE as its settings name it: by its kind, and its own name. */
export const plugin = (kind: string, name: string, data: object = {}) => ({
  [`${kind} ${JSON.stringify(name)}`]: { plugin_data: data },
});

type Rule = k8s.types.input.rbac.v1.PolicyRule;

export const may = (verbs: string, apiGroup: string, resources: string): Rule => ({
  apiGroups: [apiGroup],
  resources: resources.split(" "),
  verbs: verbs.split(" "),
});

/** What a ServiceAccount of SPIRE may do in the whole cluster. */
export function mayEverywhere(
  { namespace }: Spire,
  account: string,
  name: string,
  ...rules: Rule[]
) {
  new k8s.rbac.v1.ClusterRole(name, { metadata: { name }, rules });
  return new k8s.rbac.v1.ClusterRoleBinding(name, {
    metadata: { name: `${name}-binding` },
    subjects: [{ kind: "ServiceAccount", name: account, namespace }],
    roleRef: { kind: "ClusterRole", name, apiGroup: "rbac.authorization.k8s.io" },
  });
}

/** What a ServiceAccount of SPIRE may do in its own namespace. */
export function mayHere({ namespace }: Spire, account: string, name: string, ...rules: Rule[]) {
  new k8s.rbac.v1.Role(name, { metadata: { name, namespace }, rules });
  return new k8s.rbac.v1.RoleBinding(name, {
    metadata: { name: `${name}-binding`, namespace },
    subjects: [{ kind: "ServiceAccount", name: account, namespace }],
    roleRef: { kind: "Role", name, apiGroup: "rbac.authorization.k8s.io" },
  });
}
