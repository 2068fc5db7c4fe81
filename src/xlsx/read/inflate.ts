import { Inflate } from "fflate";
import type { Meter } from "./budget";
import { crc32 } from "../crc";
import { Refusal } from "./refusal";
import type { ZipEntry } from "./zip";

const STORED = 0;
const DEFLATED = 8;
/** Packed bytes unpacked at a time: at the most 1,032 times as much comes out of it, 16 MB. */
const SLICE = 16 * 1024;
/** A stored block of 64 KB may give nothing for four slices; more is a stream that has ended or is stuffing. */
const MOST_BARREN_SLICES = 8;

/** Unpacks one entry piece by piece; a size or checksum that is not the declared one is refused as soon as it shows. */
export function inflateEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  meter: Meter,
  take: (piece: Uint8Array) => void,
): void {
  let size = 0;
  let crc = 0;
  const pass = (piece: Uint8Array): void => {
    size += piece.length;
    if (size > entry.size) throw new Refusal("broken_zip");
    meter.takeBytes(piece.length);
    crc = crc32(piece, crc);
    if (piece.length > 0) take(piece);
  };
  const packed = bytes.subarray(entry.start, entry.start + entry.packedSize);
  if (entry.method === STORED) eachSlice(packed, pass);
  else if (entry.method === DEFLATED) inflateSlices(packed, entry.size, pass);
  else throw new Refusal("broken_zip");
  if (size !== entry.size || crc !== entry.crc) throw new Refusal("broken_zip");
}

function eachSlice(packed: Uint8Array, pass: (slice: Uint8Array, last: boolean) => void): void {
  let at = 0;
  do {
    pass(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
    at += SLICE;
  } while (at < packed.length);
}

function inflateSlices(packed: Uint8Array, size: number, pass: (piece: Uint8Array) => void): void {
  // Deflate hardly ever makes anything longer; what does so is made to cost time.
  if (packed.length > size + size / 8 + 1024) throw new Refusal("broken_zip");
  let pieces: Uint8Array[] = [];
  let barren = 0;
  const inflate = new Inflate((piece) => pieces.push(piece));
  eachSlice(packed, (slice, last) => {
    pieces = [];
    try {
      inflate.push(slice, last);
    } catch {
      throw new Refusal("broken_zip");
    }
    barren = pieces.some((piece) => piece.length > 0) ? 0 : barren + 1;
    if (barren > MOST_BARREN_SLICES) throw new Refusal("broken_zip");
    pieces.forEach(pass);
  });
}
