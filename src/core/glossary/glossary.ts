import type { Glossary, GlossaryLayer } from './model.ts';
import { buildTermIndex } from './termIndex.ts';

/** One view on several layers, given nearest first. */
export function createGlossary(layers: readonly GlossaryLayer[]): Glossary {
  return { layers, index: buildTermIndex([]), lookup: () => [] };
}
