import type * as pulumi from "@pulumi/pulumi";
import { packageSchema, packageSchemaText } from "../../schemas/package-schema-store";
import { didYouMean } from "../../values/closest";
import * as library from "../public";
import { joinRun } from "./run";
import { sameProviders } from "./same-providers";

type Component = pulumi.ComponentResource & Readonly<Record<string, unknown>>;
type Class = new (
  name: string,
  args: pulumi.Inputs,
  opts: pulumi.ComponentResourceOptions,
) => Component;

const classOf = (type: string): Class =>
  (library as unknown as Record<string, Class>)[type.split(":").at(-1) ?? ""] as Class;

/**
 * The components as a provider, which makes them for programs in other languages. `provider.main` of
 * Pulumi's SDK serves it; the package's `dist/provider/pulumi-resource-istio-mesh` does just that.
 */
export function componentProvider(): pulumi.provider.Provider {
  const { version = "0.0.0", resources } = packageSchema();
  return {
    version,
    // As a method it is unknown to the oldest SDK.
    schema: packageSchemaText(),
    async construct(name, type, inputs, options) {
      const described = resources[type];
      if (described === undefined) {
        throw new Error(`there is no component ${type}${didYouMean(type, Object.keys(resources))}`);
      }
      joinRun();
      const component = new (classOf(type))(name, inputs, await sameProviders(options));
      const outputs = Object.keys(described.properties);
      return {
        urn: component.urn,
        state: Object.fromEntries(outputs.map((output) => [output, component[output]])),
      };
    },
  };
}
