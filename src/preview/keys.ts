import { baseKeymap, chainCommands, deleteSelection } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { Fragment, Slice } from 'prosemirror-model';
import { TextSelection, type Command, type Plugin } from 'prosemirror-state';
import { schema } from './schema.ts';

/** Enter: what is selected goes and the block is split; what follows a heading is a paragraph. */
export const splitBlock: Command = (state, dispatch) => {
  const { from, to } = TextSelection.between(state.selection.$from, state.selection.$to);
  if (!dispatch) return true;
  // Not `deleteSelection`: it takes blocks that are selected as a whole out, and the cursor stands in none.
  const transaction = state.tr.delete(from, to);
  const place = transaction.doc.resolve(from);
  const kind = place.parent.attrs.kind === 'paragraph' ? place.parent.attrs : { kind: 'paragraph', level: null };
  const atStart = place.parentOffset === 0 && place.parent.content.size > 0;
  const attrs = atStart ? place.parent.attrs : kind;
  transaction.split(from, 1, [{ type: schema.nodes.block, attrs }]);
  dispatch(transaction.setSelection(TextSelection.create(transaction.doc, from + 2)).scrollIntoView());
  return true;
};

/** Shift+Enter: a new line inside the block, as the lines of a couplet have it. */
export const breakLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.insertText('\n').scrollIntoView());
  return true;
};

/** Backspace at a block's start: it goes on behind the block before it. */
export const joinBack: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.depth === 0 || $from.index(0) === 0) return false;
  dispatch?.(state.tr.join($from.before()).scrollIntoView());
  return true;
};

/** Delete at a block's end: the next one goes on behind it. */
export const joinForth: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.depth === 0 || $from.parentOffset < $from.parent.content.size) return false;
  if ($from.index(0) === state.doc.childCount - 1) return false;
  dispatch?.(state.tr.join($from.after()).scrollIntoView());
  return true;
};

/** Puts blocks of clean text in the place of the selection; the first one goes on in the block at hand, the last one as well. */
export function insertBlocks(texts: readonly string[]): Command {
  return (state, dispatch) => {
    if (texts.length === 0) return false;
    const attrs = state.selection.$from.parent.attrs;
    const later = attrs.kind === 'paragraph' ? attrs : { kind: 'paragraph', level: null };
    const nodes = texts.map((text, i) => schema.nodes.block.create(i === 0 ? attrs : later, schema.text(text)));
    dispatch?.(state.tr.replaceSelection(new Slice(Fragment.from(nodes), 1, 1)).scrollIntoView());
    return true;
  };
}

/** Ctrl+A twice: first the block, then the page. */
const selectBlock: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  if (!$from.sameParent($to) || $from.depth === 0) return false;
  if ($from.start() === $from.pos && $to.end() === $to.pos) return false;
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, $from.start(), $to.end())));
  return true;
};

/**
 * The keys of the page. Those of VS Code (save, find) stay with VS Code; undo and redo are taken here, in the order of what is
 * typed, because the way through VS Code takes longer than the next key.
 */
export function keys(step: (name: 'undo' | 'redo') => void): Plugin {
  const run = (name: 'undo' | 'redo'): Command => {
    return () => {
      step(name);
      return true;
    };
  };
  return keymap({
    'Mod-z': run('undo'),
    'Mod-Shift-z': run('redo'),
    'Mod-y': run('redo'),
    Enter: splitBlock,
    'Shift-Enter': breakLine,
    Backspace: chainCommands(deleteSelection, joinBack),
    'Mod-Backspace': chainCommands(deleteSelection, joinBack),
    Delete: chainCommands(deleteSelection, joinForth),
    'Mod-Delete': chainCommands(deleteSelection, joinForth),
    'Mod-a': chainCommands(selectBlock, baseKeymap['Mod-a'] as Command),
  });
}
