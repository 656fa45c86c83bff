import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export const CORE = 'video.js/core.es.js';
const LEAN = '\0followup-videojs-core';
/** What a player without a surface of its own is made of. */
const KEPT = new Set(['Component', 'Tech', 'MediaLoader', 'Player']);
/** What only the surface, or nobody here, calls. */
const METHODS = ['createModal', 'getIsAvailableToBeFocused', 'getPositions', 'setIcon', 'loadMedia', 'getMedia'];
/**
 * What the core calls and nobody here needs: watching the pointer to hide a surface, its keys and its double click; and
 * watching for sources that a page sets behind the player's back, an option that is off.
 */
const EMPTIED = [
  'setupSourcesetHandling_',
  'handleTechSourceset_',
  'handleKeyDown',
  'listenForUserActivity_',
  'handleHotkeys',
  'handleTechDoubleClick_',
  'requestPictureInPicture',
  'enableAudioOnlyUI_',
  'emitTapEvents',
  'emulateTextTracks',
  'restoreMetadataTracksInIOSNativePlayer_',
  'requestFullscreenHelper_',
  'updateStyleEl_',
  'manualAutoplay_',
  'proxyWebkitFullscreen_',
  'documentFullscreenChange_',
  'exitFullscreenHelper_',
  'enterFullWindow',
  'exitPictureInPicture',
  'enableTouchActivity',
  'exitFullWindow',
  'fullWindowOnEscKey',
  'handleTechTap_',
  'handleTechClick_',
  'updateCurrentBreakpoint_',
  'requestFullscreen',
  'exitFullscreen',
  'enterFullScreen',
  'exitFullScreen',
  'userActive',
  'addTechControlsListeners_',
  'removeTechControlsListeners_',
  'resetProgressBar_',
  'audioOnlyMode',
  'audioPosterMode',
];

/**
 * Brings the core of Video.js without its surface, which this player never shows: half the bytes. Buttons, menus and
 * settings, its own reading of captions (browsers read WebVTT themselves) and old helpers stay out; what drives the
 * video element is left as it is. A version in which something is not where it was stops the build.
 */
export function leanVideojs() {
  return {
    name: 'followup-lean-videojs',
    enforce: 'pre',
    resolveId: (id) => (id === CORE ? LEAN : null),
    load: (id) =>
      id === LEAN ? leaveOutSurface(readFileSync(createRequire(import.meta.url).resolve(CORE), 'utf8')) : null,
  };
}

/** The core's text without what is not needed. What only that had needed, the bundler finds out by itself. */
export function leaveOutSurface(core) {
  const surface = [...core.matchAll(/^Component\.registerComponent\('(\w+)', \1\);$/gm)]
    .map(([, name]) => name)
    .filter((name) => !KEPT.has(name));
  const cuts = [
    ...surface.map((name) => [`\nclass ${name} extends `, `\nComponent.registerComponent('${name}', ${name});`]),
    ['\nclass SpatialNavigation extends ', '\n}\n'],
    // Every icon of the surface as SVG, which nothing would leave out by itself.
    ['\nvar icons = "', '</svg>";', '\nvar icons = "";'],
    ...METHODS.map((method) => [`\n  ${method}(`, '\n  }\n']),
    ['\n    if (options.spatialNavigation &&', '\n    }\n'],
    ['\nclass Plugin {', '\nPlugin.registerPlugin(BASE_PLUGIN_NAME, Plugin);'],
    ['import window from ', "'global/window';", 'const window = globalThis.window;'],
    ['import document$1 from ', "'global/document';", 'const document$1 = globalThis.document;'],
    ['import XHR from ', "'@videojs/xhr';", 'const XHR = undefined;'],
    ['import vtt from ', "'videojs-vtt.js';", 'const vtt = {};'],
    // Would fetch its reader of captions from another origin where the browser had none.
    ['\n  addWebVttScript_() {', '\n  }\n', '\n  addWebVttScript_() {}\n'],
    // Default styles, and players made of whatever the page marks for them.
    ['\nvideojs.hooks_ = ', '\nvideojs.VERSION = version;'],
    [
      '\nvideojs.getAllPlayers = ',
      '\nexport { videojs as default };',
      '\nvideojs.log = log;\nexport { videojs as default };',
    ],
    [
      ' * Includes vtt.js',
      '/LICENSE>',
      ' * Changed for followup-player: its surface and its captions reader are left out.',
    ],
  ];
  const emptied = EMPTIED.reduce((text, method) => empty(text, method), core);
  return cuts.reduce((text, [from, to, instead]) => cut(text, from, to, instead), emptied);
}

/** Leaves nothing of a method but its name, in every class that has it. */
function empty(text, method) {
  const [before, ...others] = text.split(`\n  ${method}(`);
  if (others.length === 0) throw missing(`${method}(`);
  return [before, ...others.map((rest) => `) {}\n${rest.slice(rest.indexOf('\n  }\n') + 5)}`)].join(`\n  ${method}(`);
}

/** Replaces what stands between two marks, the marks included. */
function cut(text, from, to, instead = '') {
  const start = text.indexOf(from);
  const end = text.indexOf(to, start + from.length);
  if (start < 0 || end < 0) throw missing(from);
  return text.slice(0, start) + instead + text.slice(end + to.length);
}

function missing(what) {
  return new Error(
    `Video.js has no "${what.trim()}" any more. Look at its new core, and mend scripts/lean-videojs.mjs.`,
  );
}
