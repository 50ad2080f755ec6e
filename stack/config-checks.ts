import * as pulumi from "@pulumi/pulumi";
import { didYouMean } from "../analysis/closest";
import { MeshMode, Profile } from "../components";
import { controlPlanePlan } from "../components/install/control-plane-plan";
import { ingressGatewayPlan } from "../components/install/gateways/ingress-gateway-plan";
import { meshNamespacePlan } from "../components/namespaces/mesh-namespace-plan";
import { sumsToHundred } from "../components/traffic/canary/split";
import type { StackConfig } from "./config-schema";
import type { Problem } from "./schema";

/** What a component would refuse, told before any other component has created something. */
function refusals(section: string, plan: () => unknown): Problem[] {
  try {
    plan();
    return [];
  } catch (error) {
    if (!pulumi.InputPropertiesError.isInstance(error)) {
      throw error;
    }
    return error.errors.map(({ propertyPath, reason }) => ({
      path: `${section}.${propertyPath}`,
      reason,
    }));
  }
}

function undeclared(config: StackConfig, path: string, namespace: string): Problem[] {
  const declared = Object.keys(config.namespaces);
  return declared.includes(namespace)
    ? []
    : [
        {
          path,
          reason: `${JSON.stringify(namespace)} is not among the namespaces; allowed: ${declared.join(", ")}${didYouMean(namespace, declared)}`,
        },
      ];
}

/** What the components say of the sections that are their arguments, where those are there at all. */
export const argumentProblems = (
  { mesh, gateway = {} }: StackConfig,
  isMap: (section: string) => boolean,
): Problem[] => [
  ...(isMap("mesh") ? refusals("mesh", () => controlPlanePlan("mesh", mesh)) : []),
  ...(isMap("gateway") ? refusals("gateway", () => ingressGatewayPlan("gateway", gateway)) : []),
];

/** What is wrong between values that are each well formed. */
export function contradictions(config: StackConfig): Problem[] {
  const { mesh, namespaces, bookinfo, clients = {} } = config;
  const sum = sumsToHundred(Object.keys(bookinfo.reviews))(Object.values(bookinfo.reviews));
  return [
    ...Object.entries(namespaces).flatMap(([name, mode]) => [
      ...refusals(`namespaces.${name}`, () => meshNamespacePlan(name, { dataPlaneMode: mode })),
      ...(mode === MeshMode.Ambient && mesh.profile !== Profile.Ambient
        ? [
            {
              path: `namespaces.${name}`,
              reason: `"ambient" needs mesh.profile "ambient", and that is "${mesh.profile}"`,
            },
          ]
        : []),
    ]),
    ...undeclared(config, "bookinfo.namespace", bookinfo.namespace),
    ...(sum ? [{ path: "bookinfo.reviews", reason: sum }] : []),
    ...Object.entries(clients).flatMap(([name, namespace]) =>
      undeclared(config, `clients.${name}`, namespace),
    ),
  ];
}
