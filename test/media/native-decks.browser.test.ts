import { createDecks } from '../../src/media/decks.js';
import { createNativeMedia } from '../../src/media/native-media.js';
import { decksContract } from '../shared/decks-contract.js';
import { mediaContract } from '../shared/media-contract.js';

mediaContract('createDecks of createNativeMedia', (options) =>
  createDecks({ makeDeck: () => createNativeMedia(options) }),
);

decksContract('createNativeMedia', createNativeMedia);
