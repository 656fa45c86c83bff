// The build without HLS comes without types. It has those of the whole.
declare module 'video.js/core.es.js' {
  export { default } from 'video.js';
}
