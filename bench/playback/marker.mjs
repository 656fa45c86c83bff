/**
 * Each frame of a clip of the bench carries a strip of 16 blocks, black or white, along its upper edge: 101, then five
 * bits that name the clip, then eight that count the frames. A script can so read off a picture which one it is.
 */
export const MARKER_BLOCKS = 16;
/** The strip takes this share of the picture's height. */
export const MARKER_SHARE = 12;

/** The filter of ffmpeg that draws it. */
export function markerFilter(clip) {
  const box = (index, when) =>
    `drawbox=x=iw*${index}/${MARKER_BLOCKS}:y=0:w=iw/${MARKER_BLOCKS}:h=ih/${MARKER_SHARE}:color=white:t=fill${when}`;
  const fixed = ['1', '0', '1', ...clip.toString(2).padStart(5, '0')];
  return [
    `drawbox=x=0:y=0:w=iw:h=ih/${MARKER_SHARE}:color=black:t=fill`,
    ...fixed.flatMap((bit, index) => (bit === '1' ? [box(index, '')] : [])),
    ...Array.from({ length: 8 }, (_, bit) => box(15 - bit, `:enable='mod(floor(n/${2 ** bit}),2)'`)),
  ].join(',');
}
