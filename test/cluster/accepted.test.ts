import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { allPrograms, notRendered } from "../../scripts/programs";
import { must, run } from "../support/command";
import { Claim, claim, componentCases, exampleOf } from "../support/component-case";
import { Lab } from "../support/lab";

const folder = "build/render";

/** Groups of kinds that a cluster with Istio alone does not have. */
const groupsOfOthers = [
  "cert-manager.io",
  "flagger.app",
  "kiali.io",
  "monitoring.coreos.com",
  "spire.spiffe.io",
];

/** What is said of every EnvoyFilter, however right it is, and of Istio's own chart `cni`. */
const notOurs = [
  "Warning: EnvoyFilter exposes internal implementation details",
  "Warning: spec.template.metadata.annotations[container.apparmor.security.beta.kubernetes.io/install-cni]",
];

/** Whether a file is a part of a Deployment that somebody else has made, which is not there. */
const isPatch = (file: string): boolean =>
  parseAllDocuments(readFileSync(file, "utf8"))
    .map((document) => document.toJS())
    .some(({ kind, spec }) => kind === "Deployment" && spec.selector === undefined);

/** Namespaces in which the objects of a rendered program are. */
function namespacesOf(name: string): string[] {
  const dir = join(folder, name, "1-manifest");
  return readdirSync(dir)
    .flatMap((file) => parseAllDocuments(readFileSync(join(dir, file), "utf8")))
    .flatMap((document) => document.toJS().metadata.namespace ?? []);
}

// What is rendered is offered to the API server with Istio's definitions, and to istiod's webhooks. Kinds
// of others are left out here; certificates.test.ts has cert-manager itself.
describe("every example, offered to a real cluster", function () {
  this.timeout(900_000);
  const lab = new Lab("test-accepted", "ambient");
  const examples = allPrograms(".")
    .filter(({ name, isExample }) => isExample && !(name in notRendered))
    .map(({ name }) => name);
  const components = new Map(
    componentCases.map(({ component }) => [exampleOf(component), component]),
  );

  before("deploys the ambient stack, and the examples' namespaces", async () => {
    if (examples.some((name) => !existsSync(join(folder, name)))) {
      await must("make", ["render"]);
    }
    await lab.up();
    await lab.deploy();
    const { items } = await lab.get<{ items: { metadata: { name: string } }[] }>("namespaces");
    const there = items.map(({ metadata }) => metadata.name);
    for (const namespace of new Set(examples.flatMap(namespacesOf))) {
      if (!there.includes(namespace)) {
        await lab.kubectl("create", "namespace", namespace);
      }
    }
  });
  after(() => lab.down());

  for (const name of examples) {
    const component = components.get(name);
    const shown = component === undefined ? "" : ` ${claim(component, Claim.Cluster)}`;
    it(`takes all of ${name}${shown}`, async () => {
      const files = readdirSync(join(folder, name, "1-manifest"))
        .filter((file) => !groupsOfOthers.some((group) => file.startsWith(group)))
        .map((file) => join(folder, name, "1-manifest", file))
        .filter((file) => !isPatch(file))
        .flatMap((file) => ["--filename", file]);
      const { code, stderr } = await run(
        "lab/lab",
        [
          ...["kubectl", "apply", "--server-side", "--force-conflicts", "--dry-run=server"],
          ...["--validate=strict", ...files],
        ],
        { ISTIO_MESH_LAB: lab.name },
      );
      const said = stderr
        .split("\n")
        .filter((line) => line !== "" && !notOurs.some((known) => line.startsWith(known)));
      assert.deepEqual({ code, said }, { code: 0, said: [] });
    });
  }
});
