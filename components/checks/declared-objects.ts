import * as pulumi from "@pulumi/pulumi";
import { Kind } from "../../analysis/mesh/kinds";
import { type KubernetesObject, kindOf } from "../../analysis/mesh/kubernetes-object";
import { unknown } from "../../analysis/objects/mesh-object";
import { objectType } from "../../values/kubernetes-type";
import { bringsObjects } from "../program/new-objects";
import type { RegisteredResource } from "../program/registered-resource";
import { settled } from "../program/settled";

/** An object of a program, and where a finding about it is told. */
export interface ProgramObject {
  object: KubernetesObject;
  resource: pulumi.Resource;
  /** Whether a part of it is a secret; then no value of it is told. */
  secret: boolean;
}

const judged = new Set<string>(Object.values(Kind));

// The public type leaves these out: the values that are known, with marks for those that are not.
interface Parts {
  promise(withUnknowns: true): Promise<unknown>;
  readonly isSecret: Promise<boolean>;
}

/** The same value with our mark for what is not known yet. */
function marked(value: unknown): unknown {
  if (pulumi.isUnknown(value)) {
    return unknown;
  }
  if (Array.isArray(value)) {
    return value.map(marked);
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value).flatMap(([key, one]) =>
          one === undefined ? [] : [[key, marked(one)] as const],
        ),
      )
    : value;
}

async function partsOf(value: unknown): Promise<{ value: unknown; secret: boolean }> {
  const parts = pulumi.output(value) as unknown as Parts;
  return { value: marked(await parts.promise(true)), secret: await parts.isSecret };
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

async function objectOf(
  type: { apiVersion: string; kind: string },
  fields: unknown,
  resource: pulumi.Resource,
): Promise<ProgramObject[]> {
  if (!judged.has(kindOf(type))) {
    return [];
  }
  const { value, secret } = await partsOf(fields);
  const own = isFields(value) ? value : {};
  const metadata = own.metadata === unknown || isFields(own.metadata) ? own.metadata : {};
  const object = {
    ...own,
    ...type,
    metadata: metadata === unknown ? { name: unknown } : metadata,
  };
  return [{ object: object as KubernetesObject, resource, secret }];
}

/** What a chart has made: its state, as the provider tells it. */
const stateOf = (resource: pulumi.Resource): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(resource).filter(
      ([key, value]) => !["urn", "id", "status"].includes(key) && pulumi.Output.isInstance(value),
    ),
  );

const typeInUrn = (urn: string): string => urn.split("::").at(-2)?.split("$").at(-1) ?? "";

async function broughtBy(registered: RegisteredResource): Promise<ProgramObject[]> {
  const resources = (await settled(registered.resource.resources)) ?? [];
  const objects = await Promise.all(
    resources.map(async (one: pulumi.Resource) => {
      const type = objectType(typeInUrn((await settled(one.urn)) ?? ""));
      return type ? objectOf(type, stateOf(one), registered.resource) : [];
    }),
  );
  return objects.flat();
}

/** The objects that a resource of a program is, or brings. */
export async function declaredObjects(registered: RegisteredResource): Promise<ProgramObject[]> {
  if (bringsObjects(registered)) {
    return broughtBy(registered);
  }
  const type = objectType(registered.type);
  return type === undefined ? [] : objectOf(type, registered.props, registered.resource);
}

const release = "kubernetes:helm.sh/v3:Release";

/** Namespaces of which nothing can be missed, as Helm or a chart brings objects there that no program sees. */
export async function unseenNamespaces(
  registered: readonly RegisteredResource[],
): Promise<string[]> {
  const found = await Promise.all(
    registered.map(async (one) => {
      const isUnseen =
        one.type === release ||
        (bringsObjects(one) && ((await settled(one.resource.resources)) ?? []).length === 0);
      const namespace = isUnseen ? await settled(one.props.namespace) : undefined;
      return typeof namespace === "string" ? [namespace] : [];
    }),
  );
  return [...new Set(found.flat())];
}
