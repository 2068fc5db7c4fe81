import { Deflate } from "fflate";
import { crc32 } from "../../../src/xlsx/crc";

/** An entry as a hand-made zip holds it; what is left out is true to its bytes, what is given may lie. */
export interface HandEntry {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly method?: number;
  readonly size?: number;
  readonly packedSize?: number;
  readonly crc?: number;
  readonly flags?: number;
  /** The name in the entry's own header. */
  readonly localName?: string;
  /** Lets the directory point at another entry's bytes. */
  readonly header?: number;
  /** Moves sizes and place to a zip64 field. */
  readonly zip64?: boolean;
}

const FULL = 0xffffffff;

export function handZip(entries: readonly HandEntry[], lies: { readonly count?: number } = {}): Uint8Array {
  const body: number[] = [];
  const directory: number[] = [];
  for (const entry of entries) {
    const method = entry.method ?? 0;
    const size = entry.size ?? entry.packed.length;
    const packedSize = entry.packedSize ?? entry.packed.length;
    const crc = entry.crc ?? crc32(entry.packed);
    const header = entry.header ?? body.length;
    const name = bytesOf(entry.name);
    const localName = bytesOf(entry.localName ?? entry.name);
    const flags = entry.flags ?? 0;
    body.push(...u32(0x04034b50), ...u16(20, flags, method, 0, 0), ...u32(crc, packedSize, size));
    body.push(...u16(localName.length, 0), ...localName);
    for (const byte of entry.packed) body.push(byte);
    const extra = entry.zip64 ? [...u16(1, 24), ...u64(size, packedSize, header)] : [];
    const sizes = entry.zip64 ? [FULL, FULL] : [packedSize, size];
    directory.push(...u32(0x02014b50), ...u16(20, 20, flags, method, 0, 0), ...u32(crc, ...sizes));
    directory.push(...u16(name.length, extra.length, 0, 0, 0), ...u32(0, entry.zip64 ? FULL : header));
    directory.push(...name, ...extra);
  }
  const count = lies.count ?? entries.length;
  const start = body.length;
  const anyZip64 = entries.some((entry) => entry.zip64);
  const end = start + directory.length;
  const end64 = anyZip64
    ? [
        ...[...u32(0x06064b50), ...u64(44), ...u16(45, 45), ...u32(0, 0)],
        ...u64(count, count, directory.length, start),
        ...[...u32(0x07064b50), ...u32(0), ...u64(end), ...u32(1)],
      ]
    : [];
  const shown = anyZip64 ? [0xffff, FULL, FULL] : [count, directory.length, start];
  const last = [
    ...u32(0x06054b50),
    ...u16(0, 0, shown[0] ?? 0, shown[0] ?? 0),
    ...u32(...shown.slice(1)),
    ...u16(0),
  ];
  return Uint8Array.from([...body, ...directory, ...end64, ...last]);
}

/** A deflate stream of `megabytes` MB of one text of 1, 2, 4 or 8 letters; each megabyte takes about one kilobyte. */
export function bombOf(unit: string, megabytes: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  const deflate = new Deflate({ level: 9 }, (piece) => pieces.push(piece));
  const megabyte = bytesOf(unit.repeat((1024 * 1024) / unit.length));
  deflate.push(megabyte, false);
  deflate.flush(true);
  const one = pieces.flatMap((piece) => [...piece]);
  const stream = Array.from({ length: megabytes }, () => one).flat();
  return Uint8Array.from([...stream, 1, 0, 0, 0xff, 0xff]);
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function u16(...numbers: number[]): number[] {
  return numbers.flatMap((n) => [n & 255, (n >> 8) & 255]);
}

function u32(...numbers: number[]): number[] {
  return numbers.flatMap((n) => [n & 255, (n >>> 8) & 255, (n >>> 16) & 255, (n >>> 24) & 255]);
}

function u64(...numbers: number[]): number[] {
  return numbers.flatMap((n) => [...u32(n >>> 0), ...u32(Math.floor(n / 2 ** 32))]);
}
