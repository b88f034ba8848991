import type { BlockKind } from '../newsletter/model.ts';

/** True for a line at the foot of a bulletin that says who receives it (报：, 抄送：); it starts at the left. */
export function isDistribution(kind: BlockKind, text: string): boolean {
  return kind === 'signature' && /^(?:报|送|发|抄报|抄送|分送|主送|印发)[：:]/.test(text);
}
