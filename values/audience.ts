const scheme = /^https?:\/\//;
const slashAtEnd = /\/$/;

const bare = (audience: string): string => audience.replace(scheme, "").replace(slashAtEnd, "");

/** Whether an audience of a token is one that is wanted: Envoy looks at neither a scheme nor a slash at the end. */
export const isAudience = (wanted: string, audience: string): boolean =>
  bare(wanted) === bare(audience);
