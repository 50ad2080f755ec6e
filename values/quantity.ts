const form = /^(\d+(?:\.\d+)?)(m|k|M|G|T|Ki|Mi|Gi|Ti)?$/;

const units: Readonly<Record<string, number>> = {
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** An amount of CPU or memory. */
export const quantityProblem = (text: string): string | undefined =>
  form.test(text) ? undefined : 'is not a quantity; write for example "100m" or "128Mi"';

/** How much it is, to be compared with others; undefined for what is no quantity. */
export function quantityAmount(text: string): number | undefined {
  const [, number, unit = ""] = form.exec(text) ?? [];
  return number === undefined ? undefined : Number(number) * (units[unit] ?? 1);
}
