import type { GlossaryEntry, GlossaryLayer } from './model.ts';

/** The farthest layer, made of the entries in `glossary/builtin/`; whoever starts the core reads the files. */
export function builtinLayerFrom(entries: readonly GlossaryEntry[]): GlossaryLayer {
  return { kind: 'builtin', id: 'builtin', label: 'Built-in glossary', entries };
}
