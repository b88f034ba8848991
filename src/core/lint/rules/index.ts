import type { Rule } from '../rule.ts';
import { itemCount } from './itemCount.ts';

/** All rules. A rule's file and its line here are everything there is to it. */
export const rules: readonly Rule[] = [itemCount];
