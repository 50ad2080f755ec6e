import assert from "node:assert/strict";
import { stringify } from "yaml";
import { RevisionTag } from "../../components";
import { must } from "../support/command";
import { differences } from "../support/manifest-compare";
import { objectsOf } from "../support/objects";

/** What Helm writes down about its release; a tag of its own has none. */
const bookkeeping =
  /\.labels\.(release|install\.operator\.istio\.io\/owning-resource|app\.kubernetes\.io\/(managed-by|instance|version)|helm\.sh\/chart)$/;

async function byChart(tag: string, revision: string, namespace: string): Promise<string> {
  const settings = [
    `revisionTags={${tag}}`,
    ...(revision === "default" ? [] : [`revision=${revision}`]),
  ];
  const templates = ["templates/revision-tags-mwc.yaml", "templates/revision-tags-svc.yaml"];
  const command = [
    `helm template istiod "$ISTIO_MESH_CHARTS/istiod" --namespace ${namespace}`,
    ...settings.map((one) => `--set '${one}'`),
    ...templates.map((one) => `--show-only ${one}`),
  ].join(" ");
  return must("lab/lab", ["tools", "sh", "-c", command]);
}

describe("a revision tag is what Istio's chart renders", () => {
  for (const [tag, revision, namespace] of [
    ["stable", "1-31-1", "istio-system"],
    ["default", "1-31-1", "istio-system"],
    ["stable", "default", "istio-system"],
    ["stable", "1-31-1", "mesh"],
  ] as const) {
    it(`for ${tag} of ${revision} in ${namespace}`, async function () {
      this.timeout(120_000);
      const objects = await objectsOf(
        () => void new RevisionTag("tag", { tag, revision, namespace }),
      );
      const found = differences(
        objects.map((object) => stringify(object)),
        [await byChart(tag, revision, namespace)],
      );
      assert.deepEqual(
        found.filter(({ path, ours }) => ours !== undefined || !bookkeeping.test(path)),
        [],
      );
      assert.ok(found.length > 0);
    });
  }
});
