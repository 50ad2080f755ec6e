import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { NamedWorkload, Workload } from "./workload";

/** Objects of one service as the cluster has them. */
export interface WorkloadObjects {
  /** Identity of the Pods. */
  serviceAccount: k8s.core.v1.ServiceAccount;
  /** What the Pods read and nobody else shall. @default - not there when they read nothing such */
  secret?: k8s.core.v1.Secret;
  /** Address of the Pods of all versions. */
  service: k8s.core.v1.Service;
  /** One for each version, in their order. */
  deployments: k8s.apps.v1.Deployment[];
  /** Identities of versions that do not share the others', by version. */
  ownAccounts: { readonly [version: string]: k8s.core.v1.ServiceAccount };
}

/** Pods come last: without their account, or what else is `needed`, they would not start. */
export function createWorkload(
  name: string,
  workload: Workload,
  parent: pulumi.Resource,
  needed: pulumi.Resource[] = [],
): WorkloadObjects {
  const { account, service, deployments } = workload;
  const serviceAccount = new k8s.core.v1.ServiceAccount(name, account, { parent });
  const secret = workload.secret && new k8s.core.v1.Secret(name, workload.secret, { parent });
  const first = [serviceAccount, ...(secret ? [secret] : []), ...needed];
  const called = (version = "") => (version ? `${name}-${version}` : name);
  const ownAccounts = Object.fromEntries(
    deployments.flatMap(({ version = "", account: own }) =>
      own ? [[version, new k8s.core.v1.ServiceAccount(called(version), own, { parent })]] : [],
    ),
  );
  return {
    serviceAccount,
    ...(secret && { secret }),
    ownAccounts,
    service: new k8s.core.v1.Service(name, service, { parent }),
    deployments: deployments.map(({ version, args }) => {
      const own = ownAccounts[version ?? ""];
      const dependsOn = [...first, ...(own ? [own] : [])];
      return new k8s.apps.v1.Deployment(called(version), args, { parent, dependsOn });
    }),
  };
}

/** The same for each service of an application, by its name. */
export const createWorkloads = (
  name: string,
  services: readonly NamedWorkload[],
  parent: pulumi.Resource,
): { [service: string]: WorkloadObjects } =>
  Object.fromEntries(
    services.map((service) => [
      service.name,
      createWorkload(`${name}-${service.name}`, service, parent),
    ]),
  );
