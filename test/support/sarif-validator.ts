import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { must } from "./command";

/** The program of the SARIF project, which its package brings along for each platform. */
const validator: string = require("@microsoft/sarif-multitool");

/** It is installed without its script, which does only this. */
const ready = (): string => {
  chmodSync(validator, 0o755);
  return validator;
};

/** Whether addresses answer is no question of the log, and takes a second for each. */
const config = `<?xml version="1.0" encoding="utf-8"?>
<Properties>
  <Properties Key="SARIF2006.UrisShouldBeReachable.Options">
    <Property Key="RuleEnabled" Value="Disabled" />
  </Properties>
</Properties>
`;

/** What its own rules and those of GitHub say of a log, at warning and above. */
export async function sarifComplaints(log: string, folder: string): Promise<string[]> {
  const file = join(folder, "log.sarif");
  const rules = join(folder, "rules.xml");
  writeFileSync(file, log);
  writeFileSync(rules, config);
  const args = [
    "validate",
    file,
    "--config",
    rules,
    "--rule-kind",
    "Sarif;Ghas",
    "--level",
    "Error;Warning",
  ];
  const said = await must(ready(), args, { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" });
  if (!said.includes("1 files scanned")) {
    throw new Error(`the validator has judged nothing:\n${said}`);
  }
  return [...said.matchAll(/(?:error|warning) (?:JSON|SARIF|GH)\d+.*/g)].map(([line]) => line);
}
