/** For `tsconfig.build.json` alone: the schema lies outside `src`, and declarations are made of `src`. */
declare module '*.json' {
  const document: object;
  export default document;
}
