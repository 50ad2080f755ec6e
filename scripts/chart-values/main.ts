// main.ts CHARTS: writes schemas/chart-values.json, the keys that Istio's charts know, from a folder of charts.
import { writeFileSync } from "node:fs";
import { chartKeys } from "./chart-keys";

const [folder = ""] = process.argv.slice(2);
writeFileSync("schemas/chart-values.json", `${JSON.stringify(chartKeys(folder))}\n`);
