/** Name of the newsletter that a test has before it. */
export const name = '青禾.newsletter';

/** How it begins: a headline, and the first lines of a paragraph as a column of a paper breaks them. */
export const openingLines: readonly string[] = [
  '青禾镇召开环境提升推进会',
  '',
  '近年来，青禾镇坚持党建引领基',
  '层治理，坚持社区全覆盖、楼组全参',
];
