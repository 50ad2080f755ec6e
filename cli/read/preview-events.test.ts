import assert from "node:assert/strict";
import { pulumiDocument } from "./preview-events";

const event = (kind: string, value: object, sequence = 1) =>
  JSON.stringify({ sequence, timestamp: 1, [kind]: value });

describe("what Pulumi wrote", () => {
  it("is a document where it is one", () => {
    assert.deepEqual(pulumiDocument('{"steps": []}'), { steps: [] });
  });

  it("is the document among what is told before and after it", () => {
    const document = JSON.stringify({ steps: [], config: { a: "{" } }, undefined, 4);
    const text = `Installing policy pack own 0.0.7...\n\n${document}\nUpdate plan written to 'plan'\n`;
    assert.deepEqual(pulumiDocument(text), { steps: [], config: { a: "{" } });
    assert.deepEqual(pulumiDocument(text.replaceAll("\n", "\r\n")), {
      steps: [],
      config: { a: "{" },
    });
    assert.throws(() => pulumiDocument(`${text}${document}`), SyntaxError);
  });

  it("is the document that the events of a preview come to", () => {
    const metadata = { op: "update", urn: "u", old: { urn: "u" }, new: { urn: "u" }, keys: null };
    const text = [
      event("diagnosticEvent", { severity: "error", message: "no" }),
      "Previewing update",
      event("resourcePreEvent", { metadata }),
      event("resourcePreEvent", {
        metadata: { op: "delete", urn: "w", old: { urn: "w" }, new: null },
      }),
      event("resOutputsEvent", { metadata }),
      event("summaryEvent", { resourceChanges: { same: 2 } }),
    ].join("\n");
    assert.deepEqual(pulumiDocument(text), {
      steps: [
        { op: "update", urn: "u", oldState: { urn: "u" }, newState: { urn: "u" } },
        { op: "delete", urn: "w", oldState: { urn: "w" } },
      ],
      diagnostics: [{ severity: "error", message: "no" }],
      changeSummary: { same: 2 },
    });
  });

  it("is a preview that ended with an error where its events stop early", () => {
    const step = event("resourcePreEvent", { metadata: { op: "same", urn: "u" } });
    const end = event("summaryEvent", { resourceChanges: {} });
    const message = "error: the events of the preview stop before its summary";
    const diagnosticsOf = (...lines: string[]) =>
      (pulumiDocument(lines.join("\n")) as { diagnostics: unknown }).diagnostics;
    assert.deepEqual(diagnosticsOf(step, step), [{ severity: "error", message }]);
    assert.deepEqual(diagnosticsOf(step, end.slice(0, 20)), [{ severity: "error", message }]);
    assert.deepEqual(diagnosticsOf(step, end), []);
  });

  it("is nothing that can be read otherwise", () => {
    assert.throws(() => pulumiDocument("kind: Service"), SyntaxError);
    assert.throws(() => pulumiDocument('{"a": 1}\n{"b": 2}'), SyntaxError);
  });
});
