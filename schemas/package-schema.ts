/** A type in the schema of a Pulumi package. */
export interface PackageType {
  type?: "string" | "number" | "boolean" | "array" | "object";
  items?: PackageType;
  additionalProperties?: PackageType;
  $ref?: string;
  /** The value is needed when the program runs: no output of a resource is taken. */
  plain?: true;
}

/** A property in the schema of a Pulumi package. */
export interface PackageProperty extends PackageType {
  description: string;
  secret?: true;
}

/** A component in the schema of a Pulumi package. */
export interface PackageComponent {
  isComponent: true;
  description: string;
  inputProperties: Readonly<Record<string, PackageProperty>>;
  requiredInputs: readonly string[];
  properties: Readonly<Record<string, PackageProperty>>;
  required: readonly string[];
}

/** The fields that we use of the schema of a Pulumi package (https://www.pulumi.com/docs/iac/guides/building-extending/packages/schema/). */
export interface PackageSchema {
  name: string;
  version?: string;
  description: string;
  license: string;
  language: object;
  resources: Readonly<Record<string, PackageComponent>>;
  types: Readonly<
    Record<
      string,
      {
        type: "object";
        properties: Readonly<Record<string, PackageProperty>>;
        required: readonly string[];
      }
    >
  >;
}
