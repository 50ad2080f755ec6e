import { type Fields, fields, text } from "../../analysis/mesh/fields";
import { releaseFolder, releaseOf, releases } from "../../schemas/releases";
import { UsageError } from "../usage-error";
import { fileText } from "./file-text";
import { yaml } from "./yaml-nodes";

/** A release or a version of Istio, as the schemas take it: nothing for the first one that is known. */
export function releaseFor(written: string | undefined): string | undefined {
  const [first, ...later] = releases.Istio;
  const own = written === undefined ? first : releaseOf(written.replace(/^v/, ""));
  if (own === first) {
    return undefined;
  }
  if (!later.includes(own)) {
    throw new UsageError(
      `--release ${JSON.stringify(written)}: nothing is known of it; known are ${releases.Istio.join(", ")}`,
    );
  }
  return releaseFolder("Istio", own);
}

/** The mesh config of a file: alone, in the ConfigMap that istiod reads, or in an IstioOperator. */
export async function meshConfigFrom(file: string | undefined): Promise<Fields | undefined> {
  if (file === undefined) {
    return undefined;
  }
  const { parse } = yaml();
  const read = (yaml: string): Fields => {
    const value = parse(yaml);
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new UsageError("is no mesh config: a map of its settings is needed");
    }
    return value;
  };
  try {
    const whole = read(await fileText(file));
    const inMap = text(fields(whole.data).mesh);
    if (inMap !== undefined) {
      return read(inMap);
    }
    const inOperator = fields(whole.spec).meshConfig;
    return inOperator === undefined ? whole : fields(inOperator);
  } catch (error) {
    throw new UsageError(`--mesh-config ${file}: ${(error as Error).message.split("\n")[0]}`);
  }
}
