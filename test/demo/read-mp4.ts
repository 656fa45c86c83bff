/** What the tests want to know of an mp4 file, read from its boxes, so that CI needs no ffmpeg. */
export interface Mp4Facts {
  readonly durationSeconds: number;
  /** The boxes at the top, in order: `moov` before `mdat` lets it play before all of it is there. */
  readonly boxes: readonly string[];
  /** Four letters a track: `avc1` is H.264, `mp4a` is AAC. */
  readonly codecs: readonly string[];
}

interface Box {
  readonly type: string;
  readonly body: Buffer;
}

export function readMp4(file: Buffer): Mp4Facts {
  const top = readBoxes(file);
  const moov = readBoxes(find(top, 'moov'));
  const header = find(moov, 'mvhd');
  const long = header.readUInt8(0) === 1;
  const timescale = header.readUInt32BE(long ? 20 : 12);
  const duration = long ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16);
  return {
    durationSeconds: duration / timescale,
    boxes: top.map(({ type }) => type),
    codecs: moov.filter(({ type }) => type === 'trak').map(({ body }) => readCodec(body)),
  };
}

function readCodec(track: Buffer): string {
  const table = ['mdia', 'minf', 'stbl'].reduce((body, type) => find(readBoxes(body), type), track);
  // Version and flags, the number of entries, the size of the first, and then its name.
  return find(readBoxes(table), 'stsd').toString('latin1', 12, 16);
}

function readBoxes(buffer: Buffer): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= buffer.length;) {
    const size = buffer.readUInt32BE(at);
    boxes.push({ type: buffer.toString('latin1', at + 4, at + 8), body: buffer.subarray(at + 8, at + size) });
    at += Math.max(8, size);
  }
  return boxes;
}

function find(boxes: readonly Box[], type: string): Buffer {
  const found = boxes.find((box) => box.type === type);
  if (!found) throw new Error(`There is no ${type} box.`);
  return found.body;
}
