import { createDecks } from '../../src/media/decks.js';
import { createVideojsMedia } from '../../src/media/videojs-media.js';
import { hls, threeSeconds, twoSeconds, webm } from './clips.js';
import { Watching } from './watching.js';

/** Runs inside a frame with a strict policy, and tells the test what the policy stopped. */
const stopped: string[] = [];
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  stopped.push(`${effectiveDirective} ${blockedURI}`);
});

const { hls: reader } = document.body.dataset;
const byScript = reader === 'script';
const media = createDecks({ makeDeck: () => createVideojsMedia({ nativeHls: !byScript }) });
const watching = new Watching(media);
document.body.append(media.element);
if (reader === 'picture') {
  media.load(webm);
  await media.play();
  media.prepare([threeSeconds, twoSeconds].map((clip) => ({ clip, seconds: 1, how: 'picture' })));
  await watching.until(() => {
    const pictures = [...media.element.querySelectorAll('video')].filter(({ src }) => src.startsWith('blob:'));
    return stopped.length > 0 || (pictures.length === 2 && pictures.every(({ readyState }) => readyState > 1));
  }, 'two pictures, or none');
}
for (const clip of reader === 'none' || reader === 'picture' ? [twoSeconds] : [hls, twoSeconds]) {
  watching.told.length = 0;
  media.prepare([
    { clip: threeSeconds, seconds: 1, how: 'opening' },
    { clip: webm, seconds: 1, how: 'deck' },
  ]);
  media.load(clip);
  await media.play();
  await watching.hears('ended');
}
media.dispose();
parent.postMessage({ stopped }, '*');
