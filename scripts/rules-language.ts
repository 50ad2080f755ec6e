// The rules' language of custom resource definitions as one file for the command-line tool: as an
// ECMAScript module it loses what is not used, and it is loaded only where a rule is met.
export * from "@bufbuild/cel";
export * from "@bufbuild/cel/ext";
