import * as vscode from 'vscode';
import { LineIndex } from '../core/text/lineIndex.ts';
import type { TextRange } from '../core/text/range.ts';
import type { ReadingText } from '../core/text/readingText.ts';

/**
 * Conversions between the offsets of one state of a document and VS Code's positions. Raw offsets count UTF-16 code units of
 * `document.getText()`, where every line ends as the document's `eol` says, so they agree with `document.offsetAt`.
 */
export class Positions {
  readonly #reading: ReadingText;
  #index: LineIndex | undefined;

  constructor(reading: ReadingText) {
    this.#reading = reading;
  }

  /** Made when first asked for: the preview, which has to be told at once, never asks. */
  get #lines(): LineIndex {
    return (this.#index ??= new LineIndex(this.#reading.raw));
  }

  /** The position of a raw offset; one between CR and LF counts as the end of its line. */
  fromRaw(offset: number): vscode.Position {
    const { line, column } = this.#lines.positionOf(offset);
    const raw = this.#reading.raw;
    const insideBreak = column > 0 && raw[offset - 1] === '\r' && raw[offset] === '\n';
    return new vscode.Position(line, insideBreak ? column - 1 : column);
  }

  /** The raw offset of a position. */
  toRaw(position: vscode.Position): number {
    return this.#lines.offsetOf({ line: position.line, column: position.character });
  }

  /** The range of a stretch of raw text. */
  rangeFromRaw(range: TextRange): vscode.Range {
    return new vscode.Range(this.fromRaw(range.start), this.fromRaw(range.end));
  }

  /** The raw offsets of a range. */
  rangeToRaw(range: vscode.Range): TextRange {
    return { start: this.toRaw(range.start), end: this.toRaw(range.end) };
  }

  /** The range a stretch of reading text was read from. */
  rangeFromReading(range: TextRange): vscode.Range {
    return this.rangeFromRaw(this.#reading.rawRange(range));
  }

  /** The position of a reading offset. */
  fromReading(offset: number): vscode.Position {
    return this.fromRaw(this.#reading.toRaw(offset));
  }

  /** The reading offset of a position. */
  toReading(position: vscode.Position): number {
    return this.#reading.toReading(this.toRaw(position));
  }
}
