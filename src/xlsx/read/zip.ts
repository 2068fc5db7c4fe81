import { checkDeclared, type ReadBudget } from "./budget";
import { Refusal } from "./refusal";

/** One entry of the zip, its place checked. */
export interface ZipEntry {
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its packed bytes begin in the file. */
  readonly start: number;
}

interface ListedEntry extends Omit<ZipEntry, "start"> {
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly header: number;
}

interface Directory {
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

const END_RECORD = 0x06054b50;
const END_RECORD_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED_FLAGS = 0x0001 | 0x0040 | 0x2000;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

/**
 * The entries of a zip by part name (see partKey). Nothing is unpacked here: sizes are held against the
 * budget as declared, and every entry must have bytes of its own, which is what overlapping bombs lack.
 */
export function readZipDirectory(bytes: Uint8Array, budget: ReadBudget): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const directory = findDirectory(view);
    checkDeclared(directory.count, 0, budget);
    const listed = listEntries(bytes, view, directory);
    checkDeclared(
      listed.length,
      listed.reduce((sum, entry) => sum + entry.size, 0),
      budget,
    );
    return placeEntries(bytes, view, listed, directory.start);
  } catch (fault) {
    // The view throws this where a field points outside the file.
    if (fault instanceof RangeError) throw new Refusal("broken_zip");
    throw fault;
  }
}

/** Part names differ neither by case nor by the slashes that some writers turn round. */
export function partKey(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

function findDirectory(view: DataView): Directory {
  const lowest = Math.max(0, view.byteLength - 22 - FULL_16);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== END_RECORD) continue;
    if (at + 22 + view.getUint16(at + 20, true) > view.byteLength) continue;
    const short = {
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      start: view.getUint32(at + 16, true),
    };
    const full = short.count === FULL_16 || short.size === FULL_32 || short.start === FULL_32;
    const { count, size, start } = full ? readEnd64(view, at) : short;
    if (start + size > at) throw new Refusal("broken_zip");
    return { count, start, end: start + size };
  }
  throw new Refusal("broken_zip");
}

/** The zip64 end record, for the numbers that did not fit in the usual one. */
function readEnd64(view: DataView, end: number): { count: number; size: number; start: number } {
  if (view.getUint32(end - 20, true) !== LOCATOR_64) throw new Refusal("broken_zip");
  const at = read64(view, end - 12);
  if (view.getUint32(at, true) !== END_RECORD_64) throw new Refusal("broken_zip");
  return { count: read64(view, at + 32), size: read64(view, at + 40), start: read64(view, at + 48) };
}

/** Beyond 2^53 this is inexact, which any comparison with a budget or a file's length survives. */
function read64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x1_0000_0000;
}

function listEntries(bytes: Uint8Array, view: DataView, directory: Directory): readonly ListedEntry[] {
  const entries: ListedEntry[] = [];
  const decoder = new TextDecoder();
  let at = directory.start;
  for (let i = 0; i < directory.count; i += 1) {
    if (view.getUint32(at, true) !== LISTED) throw new Refusal("broken_zip");
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > directory.end) throw new Refusal("broken_zip");
    if ((view.getUint16(at + 8, true) & ENCRYPTED_FLAGS) !== 0) throw new Refusal("locked_zip");
    const rawName = bytes.subarray(at + 46, nameEnd);
    entries.push({
      name: decoder.decode(rawName),
      rawName,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      ...readSizes(view, at, nameEnd, extraEnd),
    });
    at = next;
  }
  // Bytes left over would be entries that the count hides from us and not from other readers.
  if (at !== directory.end) throw new Refusal("broken_zip");
  return entries;
}

/** Sizes and place of an entry, from its zip64 field where the usual fields are full. */
function readSizes(view: DataView, at: number, extraStart: number, extraEnd: number) {
  let packedSize = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  let header = view.getUint32(at + 42, true);
  for (let field = extraStart; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let from = field + 4;
    const take = (): number => read64(view, (from += 8) - 8);
    if (size === FULL_32) size = take();
    if (packedSize === FULL_32) packedSize = take();
    if (header === FULL_32) header = take();
    break;
  }
  return { packedSize, size, header };
}

/** Finds each entry's bytes by its own header; no two may share any, nor a name. */
function placeEntries(
  bytes: Uint8Array,
  view: DataView,
  listed: readonly ListedEntry[],
  directoryStart: number,
): ReadonlyMap<string, ZipEntry> {
  const placed = new Map<string, ZipEntry>();
  let free = 0;
  for (const entry of [...listed].sort((a, b) => a.header - b.header)) {
    const { header, rawName } = entry;
    if (header < free || view.getUint32(header, true) !== LOCAL) throw new Refusal("broken_zip");
    if ((view.getUint16(header + 6, true) & ENCRYPTED_FLAGS) !== 0) throw new Refusal("locked_zip");
    const nameLength = view.getUint16(header + 26, true);
    const name = bytes.subarray(header + 30, header + 30 + nameLength);
    if (nameLength !== rawName.length || rawName.some((byte, i) => byte !== name[i])) {
      throw new Refusal("broken_zip");
    }
    const start = header + 30 + nameLength + view.getUint16(header + 28, true);
    free = start + entry.packedSize;
    if (free > directoryStart) throw new Refusal("broken_zip");
    const key = partKey(entry.name);
    if (key.endsWith("/")) continue;
    if (placed.has(key)) throw new Refusal("broken_zip");
    const { method, crc, packedSize, size } = entry;
    placed.set(key, { method, crc, packedSize, size, start });
  }
  return placed;
}
