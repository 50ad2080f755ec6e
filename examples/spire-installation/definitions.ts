import * as k8s from "@pulumi/kubernetes";

type Schema = k8s.types.input.apiextensions.v1.JSONSchemaProps;

export const group = "spire.spiffe.io";

const text: Schema = { type: "string" };
const yesOrNo: Schema = { type: "boolean" };
const count: Schema = { type: "integer" };
const texts: Schema = { type: "array", items: text };

const map = (properties: Record<string, Schema>, ...required: string[]): Schema => ({
  type: "object",
  properties,
  ...(required.length > 0 && { required }),
});

/** A label selector of Kubernetes. */
const selector = map({
  matchExpressions: {
    type: "array",
    items: map({ key: text, operator: text, values: texts }, "key", "operator"),
  },
  matchLabels: { type: "object", additionalProperties: text },
});

/** Which of several controllers is meant. This one has no class; objects written for SPIRE's charts name one. */
const classed = { className: text };

interface Kind {
  kind: string;
  spec: Schema;
  status: Schema;
  columns?: k8s.types.input.apiextensions.v1.CustomResourceColumnDefinition[];
}

/** A kind of the whole cluster. Its definition is named by the plural of the kind. */
function definition({ kind, spec, status, columns }: Kind) {
  const singular = kind.toLowerCase();
  const plural = `${singular}s`;
  const metadata: Schema = { type: "object" };
  return new k8s.apiextensions.v1.CustomResourceDefinition(plural, {
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      scope: "Cluster",
      names: { kind, listKind: `${kind}List`, plural, singular },
      versions: [
        {
          name: "v1alpha1",
          served: true,
          storage: true,
          subresources: { status: {} },
          schema: {
            openAPIV3Schema: map({ apiVersion: text, kind: text, metadata, spec, status }),
          },
          ...(columns && { additionalPrinterColumns: columns }),
        },
      ],
    },
  });
}

/** The two kinds by which users tell SPIRE's controller what they want. */
export const definitions = () => [
  // Which Pods get which name.
  definition({
    kind: "ClusterSPIFFEID",
    spec: map(
      {
        ...classed,
        admin: yesOrNo,
        dnsNameTemplates: texts,
        downstream: yesOrNo,
        federatesWith: texts,
        namespaceSelector: selector,
        podSelector: selector,
        spiffeIDTemplate: text,
        ttl: text,
        workloadSelectorTemplates: texts,
      },
      "spiffeIDTemplate",
    ),
    status: map({
      stats: map({
        entriesMasked: count,
        entriesToSet: count,
        entryFailures: count,
        namespacesIgnored: count,
        namespacesSelected: count,
        podEntryRenderFailures: count,
        podsSelected: count,
      }),
    }),
  }),
  // Which other trust domains are believed.
  definition({
    kind: "ClusterFederatedTrustDomain",
    spec: map(
      {
        ...classed,
        bundleEndpointProfile: map(
          { endpointSPIFFEID: text, type: { ...text, enum: ["https_spiffe", "https_web"] } },
          "type",
        ),
        bundleEndpointURL: text,
        trustDomain: { ...text, pattern: "[a-z0-9._-]{1,255}" },
        trustDomainBundle: text,
      },
      "bundleEndpointProfile",
      "bundleEndpointURL",
      "trustDomain",
    ),
    status: { type: "object" },
    columns: [
      { name: "Trust Domain", type: "string", jsonPath: ".spec.trustDomain" },
      { name: "Endpoint URL", type: "string", jsonPath: ".spec.bundleEndpointURL" },
    ],
  }),
];
