import { createDecks } from '../../src/media/decks.js';
import { createVideojsMedia } from '../../src/media/videojs-media.js';
import { decksContract } from '../shared/decks-contract.js';
import { mediaContract } from '../shared/media-contract.js';

mediaContract('createDecks of createVideojsMedia', (options) =>
  createDecks({ makeDeck: () => createVideojsMedia(options) }),
);

decksContract('createVideojsMedia', createVideojsMedia);
