const standard = /^[A-Za-z0-9+/]*={0,2}$/;
const forAddresses = /^[\w-]*={0,2}$/;
const ofStandard = /[+/]/;
const withSpace = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;

/** Base64 as the API server reads bytes. */
export const isBase64 = (text: string): boolean => standard.test(text);

/** Base64 for addresses or the standard one, with padding or without, but not mixed. */
export const isAnyBase64 = (text: string): boolean =>
  (ofStandard.test(text) ? standard : forAddresses).test(text) &&
  text.length % 4 !== 1 &&
  (!text.endsWith("=") || text.length % 4 === 0);

/** Base64 in lines, as tools write it into files. */
export const isBase64Lines = (text: string): boolean => withSpace.test(text);

const space = /\s/g;

/** The same without what stands between the lines. */
export const oneLine = (text: string): string => text.replace(space, "");
