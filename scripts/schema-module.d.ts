/** For `tsconfig.build.json` alone: the schema lies outside `src`, and declarations are made of `src`. */
declare module '*/graph.schema.json' {
  const schema: object;
  export default schema;
}
