import type { ObjectId } from "./kubernetes-object";
import { objectWords } from "./kubernetes-object";
import type { Host } from "./model/services";

/** A value as it is shown in a message. */
export const quoted = (value: string): string => JSON.stringify(value);

/** Values one after another. */
export const listed = (values: Iterable<string | number>): string => [...values].join(", ");

/** Objects one after another, each once, in the order of their names. */
export const named = (ids: Iterable<ObjectId>): string =>
  [...new Set([...ids].map(objectWords))].sort().join(", ");

/** Ports of a host with their names: `80 (http), 443 (https)`. */
export const portWords = (hosts: readonly Host[]): string =>
  listed(
    new Set(
      hosts.flatMap(({ ports }) =>
        ports.map(({ port, name }) => (name === undefined ? `${port}` : `${port} (${name})`)),
      ),
    ),
  );

/** Labels as a selector writes them: `app=a,version=v1`. */
export const labelWords = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(",");
