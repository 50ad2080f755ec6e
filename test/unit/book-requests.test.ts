import assert from "node:assert/strict";
import { meshOf, shares, type TestMesh } from "../../testing";

/** The answers that pages of "Istio in Action" print, asked of the programs that are its chapters. */
const pages: [
  page: string,
  example: string,
  answer: (mesh: TestMesh) => unknown,
  printed: unknown,
][] = [
  [
    "chapter 2: x-dark-launch: v2 brings imageUrl",
    "coolstore-gateway",
    (mesh) => {
      const webapp = mesh.from("webapp", "dark-v2");
      const headers = { "x-dark-launch": "v2" };
      return [
        webapp.get("http://catalog/items", { headers }),
        webapp.get("http://catalog/items"),
      ].map((answer) => shares(answer));
    },
    [{ v2: 100 }, { v1: 100 }],
  ],
  [
    "chapter 5: v2 runs, and nobody gets it",
    "coolstore-catalog-v1",
    (mesh) => shares(mesh.outside().get("http://catalog.istioinaction.io/items")),
    { v1: 100 },
  ],
  [
    "chapter 5: the cohort alone gets v2",
    "coolstore-cohort",
    (mesh) => {
      const headers = { "x-istio-cohort": "internal" };
      const url = "http://catalog.istioinaction.io/items";
      return [mesh.outside().get(url, { headers }), mesh.outside().get(url)].map((one) =>
        shares(one),
      );
    },
    [{ v2: 100 }, { v1: 100 }],
  ],
  [
    "chapter 5: one request in ten, half of them, and copies",
    "coolstore-routing",
    (mesh) =>
      ["split-90-10", "split-50-50", "catalog-mirror"].map((namespace) =>
        shares(mesh.from("webapp", namespace).get("http://catalog/items")),
      ),
    [{ v1: 90, v2: 10 }, { v1: 50, v2: 50 }, { v1: 100 }],
  ],
];

describe("what pages of the book print", function () {
  this.timeout(60_000);
  for (const [page, example, answer, printed] of pages) {
    it(`${page} (${example})`, async () => {
      const mesh = await meshOf(() => require(`../../examples/${example}/index`));
      assert.deepEqual(answer(mesh), printed);
    });
  }
});
