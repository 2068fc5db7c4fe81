import type { Rectangle } from "../../../src/cells";
import { cellCount, holds } from "./area";
import { cellKey } from "./cell-key";

/** Rows of a block in which areas are looked for together. */
const BLOCK = 32;
/** An area that lies in more blocks is held against every change. */
const MOST_BLOCKS = 2_048;

interface AreaListeners<T> {
  readonly area: Rectangle;
  readonly listeners: Set<T>;
}

/** Who reads which cells of a sheet: found for one cell without going through all of them. */
export class Listeners<T> {
  private readonly byArea = new Map<string, AreaListeners<T>>();
  private readonly cells = new Map<number, AreaListeners<T>>();
  private readonly blocks = new Map<number, AreaListeners<T>[]>();
  private readonly wide: AreaListeners<T>[] = [];

  add(area: Rectangle, listener: T): void {
    this.of(area).listeners.add(listener);
  }

  remove(area: Rectangle, listener: T): void {
    this.of(area).listeners.delete(listener);
  }

  /** Everybody who reads this cell; some may come twice. */
  *to(row: number, column: number): Generator<T> {
    const one = this.cells.get(cellKey(row, column));
    if (one) yield* one.listeners;
    for (const node of this.blocks.get(blockOf(row, column)) ?? [])
      if (holds(node.area, row, column)) yield* node.listeners;
    for (const node of this.wide) if (holds(node.area, row, column)) yield* node.listeners;
  }

  private of(area: Rectangle): AreaListeners<T> {
    if (cellCount(area) === 1) {
      const key = cellKey(area.top, area.left);
      const node = this.cells.get(key) ?? { area, listeners: new Set() };
      this.cells.set(key, node);
      return node;
    }
    const key = `${area.top},${area.left},${area.bottom},${area.right}`;
    const before = this.byArea.get(key);
    if (before) return before;
    const node = { area, listeners: new Set<T>() };
    this.byArea.set(key, node);
    this.place(node);
    return node;
  }

  private place(node: AreaListeners<T>): void {
    const { top, left, bottom, right } = node.area;
    const blocks = (Math.floor(bottom / BLOCK) - Math.floor(top / BLOCK) + 1) * (right - left + 1);
    if (blocks > MOST_BLOCKS) {
      this.wide.push(node);
      return;
    }
    for (let column = left; column <= right; column += 1)
      for (let row = top; row <= bottom; row += BLOCK - (row % BLOCK)) {
        const key = blockOf(row, column);
        const block = this.blocks.get(key);
        if (block) block.push(node);
        else this.blocks.set(key, [node]);
      }
  }
}

function blockOf(row: number, column: number): number {
  return cellKey(Math.floor(row / BLOCK) + 1, column);
}
