import { parseAllDocuments, stringify } from "yaml";

/**
 * The Gateway API's manifest in two parts. Without a cluster to ask, the provider cannot render its
 * ValidatingAdmissionPolicy: it does not know whether that kind has a namespace.
 */
export interface GatewayApiParts {
  definitions: string;
  others: { kind: string; name: string; text: string }[];
}

interface Document {
  kind: string;
  metadata: { name: string };
}

export function splitGatewayApi(manifest: string): GatewayApiParts {
  const objects = parseAllDocuments(manifest)
    .map((document) => document.toJS() as Document | null)
    .filter((object) => object !== null);
  if (objects.length === 0) {
    throw new Error("the manifest of the Gateway API is empty");
  }
  const isDefinition = ({ kind }: Document) => kind === "CustomResourceDefinition";
  return {
    definitions: objects
      .filter(isDefinition)
      .map((object) => stringify(object))
      .join("---\n"),
    others: objects
      .filter((object) => !isDefinition(object))
      .map((object) => ({
        kind: object.kind,
        name: object.metadata.name,
        text: stringify(object),
      })),
  };
}
