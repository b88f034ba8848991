import type { TextEdit } from './range.ts';

/** A stretch of the text between two rounds of edits: kept from the first text at `from`, or inserted. */
type Piece = { readonly from: number; readonly length: number } | { readonly text: string; readonly length: number };

function piecesAfter(edits: readonly TextEdit[], length: number): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, text } of edits) {
    pieces.push({ from: at, length: start - at }, { text, length: text.length });
    at = end;
  }
  pieces.push({ from: at, length: length - at });
  return pieces.filter((piece) => piece.length > 0);
}

function cut(piece: Piece, start: number, end: number): Piece {
  const length = end - start;
  return 'text' in piece ? { text: piece.text.slice(start, end), length } : { from: piece.from + start, length };
}

function editsOf(pieces: readonly Piece[], length: number): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let text = '';
  for (const piece of [...pieces, { from: length, length: 0 }]) {
    if ('text' in piece) {
      text += piece.text;
      continue;
    }
    if (piece.from > at || text !== '') edits.push({ start: at, end: piece.from, text });
    at = piece.from + piece.length;
    text = '';
  }
  return edits;
}

/**
 * The edits that do at once what `first` and then `second` do; `second` counts its offsets in the text that `first` makes. Both
 * sorted and not overlapping, and so is the result.
 *
 * @param length of the text before `first`, in UTF-16 code units
 */
export function composeEdits(first: readonly TextEdit[], second: readonly TextEdit[], length: number): TextEdit[] {
  const pieces = piecesAfter(first, length);
  const result: Piece[] = [];
  let index = 0;
  let start = 0;
  /** Passes over the text up to `end`, and keeps it if told to. */
  const pass = (end: number, keep: boolean) => {
    for (let piece = pieces[index]; piece && start < end; piece = pieces[index]) {
      const taken = Math.min(piece.length, end - start);
      if (keep) result.push(cut(piece, 0, taken));
      start += taken;
      if (taken === piece.length) index++;
      else pieces[index] = cut(piece, taken, piece.length);
    }
  };
  for (const edit of second) {
    pass(edit.start, true);
    pass(edit.end, false);
    if (edit.text !== '') result.push({ text: edit.text, length: edit.text.length });
  }
  pass(Infinity, true);
  return editsOf(result, length);
}
