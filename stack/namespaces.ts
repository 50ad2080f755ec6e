import type * as pulumi from "@pulumi/pulumi";
import {
  MeshMode,
  MeshNamespace,
  type MeshNamespaceArgs,
  Waypoint,
  type WaypointArgs,
} from "../components";
import { refused } from "./refused";
import { argumentsOf, choice, described, either, mapOf, type Problem, type Value } from "./schema";

/** Name of the waypoint that an ambient namespace has unless it says otherwise. */
const waypointName = "waypoint";

/** What a stack file may say of namespaces. */
export const namespacesSchema = described(
  `Namespaces to create: how each joins the mesh ("sidecar", "none", or "ambient" with a waypoint), or all arguments of MeshNamespace. A waypoint that a namespace has in itself is created too.`,
  mapOf(either(choice(MeshMode), argumentsOf<MeshNamespaceArgs>("MeshNamespaceArgs"))),
);

type NamespaceEntry = Value<typeof namespacesSchema>[string];

/** An ambient namespace names its waypoint from the start. */
const argsOf = (entry: NamespaceEntry): MeshNamespaceArgs =>
  typeof entry === "string"
    ? {
        dataPlaneMode: entry,
        ...(entry === MeshMode.Ambient && { waypoint: waypointName }),
      }
    : entry;

/** How a namespace joins the mesh. */
export const modeOf = (entry: NamespaceEntry | undefined): MeshMode | undefined =>
  entry && argsOf(entry).dataPlaneMode;

/** The waypoint that is in the namespace itself. */
function ownWaypoint(namespace: string, entry: NamespaceEntry): WaypointArgs | undefined {
  const { dataPlaneMode, waypoint, waypointNamespace = namespace } = argsOf(entry);
  return dataPlaneMode === MeshMode.Ambient &&
    waypoint !== undefined &&
    waypointNamespace === namespace
    ? { namespace, name: waypoint }
    : undefined;
}

/** What the components refuse of a namespace. */
export const namespaceProblems = (name: string, entry: NamespaceEntry): Problem[] =>
  refused(MeshNamespace, name, argsOf(entry), (path) =>
    typeof entry === "string" ? `namespaces.${name}` : `namespaces.${name}.${path}`,
  );

/** A namespace, and its waypoint if it has one of its own. */
export interface DeployedNamespace {
  namespace: MeshNamespace;
  waypoint: Waypoint[];
}

/**
 * Creates a namespace; its waypoint needs the control plane. `formerly` is what the component of the waypoint
 * was called in stacks that had one alone.
 */
export function deployNamespace(
  name: string,
  entry: NamespaceEntry,
  controlPlane: pulumi.Resource,
  formerly: string[] = [],
): DeployedNamespace {
  const namespace = new MeshNamespace(name, argsOf(entry));
  const waypoint = ownWaypoint(name, entry);
  return {
    namespace,
    waypoint:
      waypoint === undefined
        ? []
        : [
            new Waypoint(
              `${name}-waypoint`,
              { ...waypoint, namespace: namespace.name },
              { dependsOn: [controlPlane], aliases: formerly.map((one) => ({ name: one })) },
            ),
          ],
  };
}
