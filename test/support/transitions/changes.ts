import type * as pulumi from "@pulumi/pulumi";

/** A value that works only beside others. */
export class Beside {
  constructor(
    readonly others: object,
    readonly value: unknown,
  ) {}
}

/** `value`, while these other arguments are set so. */
export const beside = <A extends object>(others: Partial<A>, value: unknown): Beside =>
  new Beside(others, value);

/** What a component is changed from and to, for the table of transitions. */
export interface ComponentChanges {
  component: string;
  create(name: string, args: object): pulumi.ComponentResource;
  /** Arguments that work, each a way in which the component creates other resources. */
  bases: Readonly<Record<string, object>>;
  /** Further values of arguments, beside those of `common-values.ts` and all of a closed set. */
  values: Readonly<Record<string, readonly unknown[]>>;
  /** Arguments that running Pods read when they start, so that a change has to start them anew. */
  readAtStart: readonly string[];
  /** Arguments of which no two values work one after the other, and why. */
  fixed: Readonly<Record<string, string>>;
}

type ComponentClass = new (
  name: string,
  args: never,
  opts?: pulumi.ComponentResourceOptions,
) => pulumi.ComponentResource;

type ArgsOf<C extends ComponentClass> = NonNullable<ConstructorParameters<C>[1]>;

interface Changes<A> {
  bases: Readonly<Record<string, A>>;
  values?: { readonly [K in keyof A]?: readonly (A[K] | Beside)[] };
  readAtStart?: readonly (keyof A & string)[];
  fixed?: { readonly [K in keyof A]?: string };
}

export const changesOf = <C extends ComponentClass>(
  component: C,
  { bases, values = {}, readAtStart = [], fixed = {} }: Changes<ArgsOf<C>>,
): ComponentChanges => ({
  component: component.name,
  create: (name, args) => new component(name, args as never),
  bases: bases as ComponentChanges["bases"],
  readAtStart,
  values: values as ComponentChanges["values"],
  fixed: fixed as ComponentChanges["fixed"],
});
