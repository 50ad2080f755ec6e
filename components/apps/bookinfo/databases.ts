import type * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";
import type { BookinfoService } from "./services";

type EnvVar = k8s.types.input.core.v1.EnvVar;

const mongo = { name: "mongodb", port: 27017 };
const mysql = { name: "mysqldb", port: 3306 };

/** Where each version of ratings finds MySQL; on a machine outside it is a host of namespace `vm`. */
const mysqlHosts: Readonly<Record<string, string>> = {
  "v2-mysql": mysql.name,
  "v2-mysql-vm": `${mysql.name}.vm.svc.cluster.local`,
};

/** Secret with MySQL's password, and its entry. */
const credentials = { name: "mysql-credentials", key: "rootpasswd" };

/** Whether a version of ratings asks MySQL. */
export const asksMysql = (version: string): boolean => mysqlHosts[version] !== undefined;

/** What tells ratings where MongoDB is. */
export const mongoVariables = (version: string): EnvVar[] =>
  version === "v2"
    ? [{ name: "MONGO_DB_URL", value: `mongodb://${mongo.name}:${mongo.port}/test` }]
    : [];

/** What tells ratings where MySQL is. */
export function mysqlVariables(version: string, password: pulumi.Input<string>): EnvVar[] {
  const host = mysqlHosts[version];
  return host === undefined
    ? []
    : [
        { name: "DB_TYPE", value: "mysql" },
        { name: "MYSQL_DB_HOST", value: host },
        { name: "MYSQL_DB_PORT", value: `${mysql.port}` },
        { name: "MYSQL_DB_USER", value: "root" },
        { name: "MYSQL_DB_PASSWORD", value: password },
      ];
}

const mongodb: BookinfoService = {
  name: mongo.name,
  versions: ["v1"],
  port: { name: "mongo", port: mongo.port },
  image: () => mongo.name,
  command: ["--ipv6", "--bind_ip_all"],
  folders: { "data-db": "/data/db" },
};

const mysqldb = (password: pulumi.Input<string>): BookinfoService => ({
  name: mysql.name,
  versions: ["v1"],
  port: { name: "tcp", port: mysql.port },
  image: () => mysql.name,
  command: ["--default-authentication-plugin", "mysql_native_password"],
  folders: { "var-lib-mysql": "/var/lib/mysql" },
  env: () => [
    {
      name: "MYSQL_ROOT_PASSWORD",
      valueFrom: { secretKeyRef: { name: credentials.name, key: credentials.key } },
    },
  ],
  secret: { name: credentials.name, entries: { [credentials.key]: password } },
});

/** The databases in the cluster that these versions of ratings ask. */
export const databases = (
  ratings: readonly string[],
  password: pulumi.Input<string>,
): BookinfoService[] => [
  ...(ratings.includes("v2") ? [mongodb] : []),
  ...(ratings.includes("v2-mysql") ? [mysqldb(password)] : []),
];
