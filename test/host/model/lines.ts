import type { Format } from "./format";
import { shiftedLine, type Shift } from "./shift";

/** What the rows, or the columns, of a sheet have to themselves: sizes in points, hidden ones, formats. Lines count from 1. */
export class Lines {
  private sizes = new Map<number, number>();
  private hiddenLines = new Set<number>();
  private formats = new Map<number, Format>();

  constructor(readonly usual: number) {}

  size(line: number): number {
    return this.sizes.get(line) ?? this.usual;
  }

  hasOwnSize(line: number): boolean {
    return this.sizes.has(line);
  }

  setSize(line: number, size: number): void {
    this.sizes.set(line, size);
  }

  isHidden(line: number): boolean {
    return this.hiddenLines.has(line);
  }

  setHidden(line: number, hidden: boolean): void {
    if (hidden) this.hiddenLines.add(line);
    else this.hiddenLines.delete(line);
  }

  format(line: number): Format | undefined {
    return this.formats.get(line);
  }

  setFormat(line: number, format: Format): void {
    this.formats.set(line, format);
  }

  /** Every line that differs from a new one. */
  used(): readonly number[] {
    const all = new Set([...this.sizes.keys(), ...this.hiddenLines, ...this.formats.keys()]);
    return [...all].sort((a, b) => a - b);
  }

  formatted(): ReadonlyMap<number, Format> {
    return this.formats;
  }

  shift(shift: Shift): void {
    const moved = <T>(map: ReadonlyMap<number, T>) =>
      new Map(
        [...map].flatMap(([line, value]): [number, T][] => {
          const to = shiftedLine(line, shift);
          return to === null ? [] : [[to, value]];
        }),
      );
    this.sizes = moved(this.sizes);
    this.formats = moved(this.formats);
    this.hiddenLines = new Set(moved(new Map([...this.hiddenLines].map((line) => [line, true]))).keys());
  }

  copy(): Lines {
    const copy = new Lines(this.usual);
    copy.sizes = new Map(this.sizes);
    copy.hiddenLines = new Set(this.hiddenLines);
    copy.formats = new Map(this.formats);
    return copy;
  }
}
