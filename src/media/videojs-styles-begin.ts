import { forbidStyles } from './videojs-styles.js';

/** Imported before Video.js, so that it is evaluated without writing styles. */
export const allowStylesAgain = forbidStyles();
