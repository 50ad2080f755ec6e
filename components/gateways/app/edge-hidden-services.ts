import { shown } from "../../../arguments/shown";
import { isKnown } from "../../../arguments/when-known";
import { exportToAnnotation } from "../../../values/known-names";
import { istiodsFor } from "../../control-plane/revision-known";
import type { EndCheck } from "../../program/part";
import { fields, text } from "../../program/plain-fields";
import type { View } from "../../program/view";
import { serviceNamed } from "../../routing/service-name";
import type { EdgeSpec } from "./app-gateway-plan";
import { podsNamespace } from "./edge-topology";

/** Who sees something, what says so, and what to do there. */
interface Visibility {
  names: readonly string[];
  because: string;
  way: string;
}

/** By the Service's own annotation; nothing where it has none, or may have one. */
function byAnnotation(program: View, key: readonly string[]): Visibility | "unsure" | undefined {
  const [declared] = program.said("service", [...key]).flatMap((fact) => fact.declared ?? []);
  const { annotations } = declared ?? {};
  const exportTo = text(fields(annotations)[exportToAnnotation]);
  if (exportTo === undefined) {
    return annotations !== undefined && !isKnown(annotations) ? "unsure" : undefined;
  }
  return {
    names: exportTo.split(",").map((name) => name.trim()),
    because: `its annotation ${exportToAnnotation} is ${shown(exportTo)}`,
    way: "there",
  };
}

/** By the mesh settings, when all istiods of the gateway agree that somebody does not see it. */
function byMesh(program: View, where: string): Visibility | undefined {
  const istiods = istiodsFor(program, where);
  const [first] = istiods;
  const names = first?.servicesSeenIn;
  return names && istiods.every(({ servicesSeenIn }) => servicesSeenIn)
    ? {
        names: istiods.flatMap(({ servicesSeenIn = [] }) => servicesSeenIn),
        because: `meshConfig.defaultServiceExportTo of ${first.owner} is ${shown(names)}`,
        way: `to the Service's annotation ${exportToAnnotation}`,
      }
    : undefined;
}

function hiddenFrom(where: string, key: readonly string[], program: View): string | undefined {
  const own = byAnnotation(program, key);
  const visibility = own ?? byMesh(program, where);
  if (visibility === undefined || visibility === "unsure") {
    return undefined;
  }
  const { names, because, way } = visibility;
  return names.some((name) => name === "*" || name === where)
    ? undefined
    : `is in ${key[0]}, and the gateway's proxies, in ${where}, are not told of it, as ${because}: requests get 503; add ${shown(where)} ${way}`;
}

/** Services that are kept from the namespace of the gateway, whose proxies have no cluster for them. */
export function hiddenServices(spec: EdgeSpec): EndCheck[] {
  const { routes = [], tlsRoutes = [], tcpRoutes = [] } = spec.args;
  return Object.entries({ routes, tlsRoutes, tcpRoutes }).flatMap(([list, all]) =>
    all.flatMap(({ service }, i): EndCheck[] => {
      const named = service === undefined ? undefined : serviceNamed(service, spec.namespace);
      return named
        ? [
            {
              path: `${list}[${i}].service`,
              names: named,
              reason(program, key) {
                const where = podsNamespace(spec, program);
                return where === undefined || where === key[0]
                  ? undefined
                  : hiddenFrom(where, key, program);
              },
            },
          ]
        : [];
    }),
  );
}
