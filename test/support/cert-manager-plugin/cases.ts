import type { Fields } from "./release-args";

/** What the plugin is asked, as Pulumi hands it over. */
export interface PluginCase {
  what: string;
  inputs: Fields;
  /** Whether our component never sends this, so that the stand-in refuses it whatever the real one does. */
  unused?: true;
}

const signature = "4dabf18193072939515e22adb298388d";
const outputs = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** An output as Pulumi hands it over; without a value it is not known yet. */
const output = (fields: Fields = {}): Fields => ({ [signature]: outputs, ...fields });

const ofNamespace = { dependencies: ["urn:pulumi:s::p::kubernetes:core/v1:Namespace::cm"] };
const arrived = (value: unknown) => output({ value, ...ofNamespace });
const secret = (value: unknown) => output({ value, secret: true });

const options = (what: string, helmOptions: unknown): PluginCase => ({
  what,
  inputs: { helmOptions },
});
const values = (what: string, given: unknown) => options(what, { values: given });

/** Whether and how the plugin takes what our component could hand it. */
export const pluginCases: readonly PluginCase[] = [
  { what: "nothing", inputs: {} },
  options("another chart and repository", {
    chart: "cm",
    repositoryOpts: { repo: "http://charts.lab" },
  }),
  options("a folder, beside which the repository is filled in", { chart: "/charts/cert-manager" }),
  options("an empty repository", { chart: "/charts/cert-manager", repositoryOpts: { repo: "" } }),
  options("all that the component sets", {
    chart: "cert-manager",
    version: "v1.2.3",
    repositoryOpts: { repo: "http://charts.lab" },
    name: "cm",
    namespace: "cm",
    createNamespace: false,
    timeout: 60,
  }),
  options("a namespace that is not known yet", { namespace: output() }),
  options("a namespace of another resource", { namespace: arrived("cm") }),
  options("a secret namespace", { namespace: secret("cm") }),
  options("a timeout that is not known yet", { timeout: output() }),
  options("a version of another resource", { version: arrived("v1.2.3") }),
  options("a chart that is not known yet", { chart: output() }),
  options("a repository that is not known yet", { repositoryOpts: { repo: output() } }),
  options("a secret password", { repositoryOpts: { password: secret("p") } }),
  options("a timeout that is a text", { timeout: "60" }),
  options("a chart that is a number", { chart: 5 }),
  options("a flag that is a text", { createNamespace: "no" }),
  options("a repository that is a number", { repositoryOpts: { repo: 5 } }),
  options("options that are no map", "x"),
  options("options that are not known yet", output()),
  options("options of another resource", arrived({ namespace: "cm" })),
  options("secret options", secret({ namespace: "cm" })),
  options("an unknown option, which is dropped", { nonsense: 1 }),
  options("an option of the Release alone, which is dropped", { allowNullValues: true }),
  values("values", { crds: { enabled: true } }),
  values("values that it has arguments of its own for", { global: { logLevel: 4 }, crds: {} }),
  values("a value that is null, which is dropped", { crds: { enabled: null, keep: true } }),
  values("a value that is not known yet", { crds: output() }),
  values("a value of another resource", { crds: arrived("x") }),
  values("a secret value", { crds: secret("x") }),
  values("values that are not known yet", output()),
  { what: "its own argument beside a value", inputs: { replicaCount: 2 }, unused: true },
];
