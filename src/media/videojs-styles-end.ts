import { allowStylesAgain } from './videojs-styles-begin.js';

// Imported after Video.js.
allowStylesAgain();
