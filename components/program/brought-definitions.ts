import { gatewayApi } from "../../values/known-names";
import { kubernetesType } from "../../values/kubernetes-type";
import { type Fact, fact } from "./part";
import { type Fields, fields, text, texts } from "./plain-fields";

/** Files, folders and charts, of which a program knows where they are and not what is in them. */
const bringing = ["yaml", "kustomize", "helm.sh"].flatMap((group) =>
  [":", "/"].map((end) => `kubernetes:${group}${end}`),
);

const names = ["gateway-api", "gateway_api", "gatewayapi", gatewayApi];

const isNamed = (source: string): boolean =>
  names.some((name) => source.toLowerCase().includes(name));

/** What such a resource is called and where it comes from. */
const sources = (props: Fields): string[] =>
  Object.values(props).flatMap((value) => text(value) ?? texts(value));

/** Whether a resource of a program brings definitions of the Gateway API, as far as it shows. */
export function broughtDefinitions(type: string, owner: string, props: Fields): Fact[] {
  const isDefinition =
    kubernetesType(type)?.kind === "CustomResourceDefinition" &&
    text(fields(props.metadata).name)?.endsWith(`.${gatewayApi}`);
  const isSource =
    bringing.some((prefix) => type.startsWith(prefix)) && sources(props).some(isNamed);
  return isDefinition || isSource
    ? [fact({ topic: "broughtGatewayApi", key: [], value: { owner }, path: "metadata" })]
    : [];
}
