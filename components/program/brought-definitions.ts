import { gatewayApi } from "../../values/known-names";
import { type Fact, fact } from "./part";
import { type Fields, fields, text, texts } from "./plain-fields";

const definition = /^kubernetes:apiextensions\.k8s\.io\/[^:]+:CustomResourceDefinition$/;

/** Files, folders and charts, of which a program knows where they are and not what is in them. */
const bringing = /^kubernetes:(?:yaml|kustomize|helm\.sh)[:/]/;

const named = /gateway[-_]?api|gateway\.networking\.k8s\.io/i;

/** What such a resource is called and where it comes from. */
const sources = (props: Fields): string[] =>
  Object.values(props).flatMap((value) => text(value) ?? texts(value));

/** Whether a resource of a program brings definitions of the Gateway API, as far as it shows. */
export function broughtDefinitions(type: string, owner: string, props: Fields): Fact[] {
  const isDefinition =
    definition.test(type) && text(fields(props.metadata).name)?.endsWith(`.${gatewayApi}`);
  const isSource = bringing.test(type) && sources(props).some((source) => named.test(source));
  return isDefinition || isSource
    ? [fact({ topic: "broughtGatewayApi", key: [], value: { owner }, path: "metadata" })]
    : [];
}
