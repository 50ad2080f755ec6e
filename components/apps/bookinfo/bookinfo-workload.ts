import type * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { whenKnown } from "../../../arguments/when-known";
import { useWaypointLabel } from "../../../values/known-names";
import {
  accountArgs,
  deploymentArgs,
  type NamedWorkload,
  secretArgs,
  serviceArgs,
  type WorkloadSettings,
} from "../workload";
import type { BookinfoArgs, BookinfoServiceOptions, BookinfoServices } from "./bookinfo-args";
import { type BookinfoService, bookinfoPort } from "./services";

/** What all objects of Bookinfo have in common. */
export type BookinfoSettings = WorkloadSettings &
  Required<Pick<BookinfoArgs, "registry" | "tag">> &
  Pick<BookinfoArgs, "restricted" | "services">;

/** ServiceAccount of a service, or of a version with an identity of its own. */
export const accountName = (who: string) => `bookinfo-${who}`;

const http = { name: "http", port: bookinfoPort };

/** What the Pod security level `restricted` asks of a container. */
const unprivileged = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ["ALL"] },
  runAsNonRoot: true,
  seccompProfile: { type: "RuntimeDefault" },
};

/** Databases start as root, and are not asked to do without. */
const securityOf = ({ port }: BookinfoService, { restricted }: BookinfoSettings) =>
  port === undefined && restricted !== undefined
    ? {
        securityContext: whenKnown([restricted], (is: boolean) =>
          is ? unprivileged : undefined,
        ) as pulumi.Input<k8s.types.input.core.v1.SecurityContext>,
      }
    : {};

const accountOf = ({ name, ownAccounts }: BookinfoService, version: string) =>
  accountName(ownAccounts?.includes(version) ? `${name}-${version}` : name);

function deployment(service: BookinfoService, version: string, settings: BookinfoSettings) {
  const { name, port = http, command, folders = {}, env, podAnnotations } = service;
  const { registry, tag } = settings;
  const image = service.image?.(version) ?? `${name}-${version}`;
  const mounts = Object.entries(folders).map(([volume, mountPath]) => ({
    name: volume,
    mountPath,
  }));
  const variables = env?.(version) ?? [];
  return deploymentArgs(
    `${name}-${version}`,
    {
      identity: { app: name, version },
      annotations: podAnnotations,
      account: accountOf(service, version),
      container: {
        name,
        image: pulumi.interpolate`${registry}/examples-bookinfo-${image}:${tag}`,
        ports: [{ containerPort: port.port }],
        ...(command && { args: command }),
        ...(variables.length > 0 && { env: variables }),
        ...(mounts.length > 0 && { volumeMounts: mounts }),
        ...securityOf(service, settings),
      },
      ...(mounts.length > 0 && {
        spec: { volumes: mounts.map((mount) => ({ name: mount.name, emptyDir: {} })) },
      }),
    },
    settings,
  );
}

const serviceLabels = (name: string, { waypoint }: BookinfoServiceOptions = {}) => ({
  app: name,
  service: name,
  ...(waypoint !== undefined && { [useWaypointLabel]: waypoint }),
});

/** Of two families both are needed: a cluster with one of them refuses the Service. */
const serviceSpec = ({ type, ipFamilies }: BookinfoServiceOptions = {}) => ({
  ...(type !== undefined && { type }),
  ...(ipFamilies && {
    ipFamilyPolicy: ipFamilies.length === 2 ? "RequireDualStack" : "SingleStack",
    ipFamilies,
  }),
});

/** The objects of one service. */
export function serviceWorkload(
  service: BookinfoService,
  settings: BookinfoSettings,
): NamedWorkload {
  const { name, port = http, versions, ownAccounts = [], secret } = service;
  const options = settings.services?.[name as keyof BookinfoServices];
  return {
    name,
    account: accountArgs(accountName(name), settings, { account: name }),
    service: serviceArgs(
      name,
      [port],
      settings,
      serviceLabels(name, options),
      serviceSpec(options),
    ),
    ...(secret && { secret: secretArgs(secret.name, secret.entries, settings) }),
    deployments: versions.map((version) => ({
      version,
      ...(ownAccounts.includes(version) && {
        account: accountArgs(accountName(`${name}-${version}`), settings),
      }),
      args: deployment(service, version, settings),
    })),
  };
}
