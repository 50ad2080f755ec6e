/**
 * Writes recorded.json, the answers of the real plugin of @pulumi/kubernetes-cert-manager 0.2.0:
 * `npx tsx test/support/cert-manager-plugin/record.ts <path of pulumi-resource-kubernetes-cert-manager>`
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { askPlugin } from "./ask-plugin";
import { pluginCases } from "./cases";

async function record(binary: string): Promise<void> {
  const answers = await askPlugin(
    binary,
    pluginCases.map(({ inputs }) => inputs),
  );
  const recorded = pluginCases.map(({ what }, i) => [what, answers[i]]);
  const text = `${JSON.stringify(Object.fromEntries(recorded), undefined, 2)}\n`;
  writeFileSync(join(__dirname, "recorded.json"), text);
}

const [binary = ""] = process.argv.slice(2);
void record(binary);
