import { createNativeMedia } from '../../src/media/native-media.js';
import { mediaContract } from '../shared/media-contract.js';

mediaContract('createNativeMedia', createNativeMedia);
