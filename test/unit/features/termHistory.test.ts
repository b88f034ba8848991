import assert from 'node:assert/strict';
import { termHistory, type HistoryDocument } from '../../../src/core/features/termHistory.ts';

const at = (start: number) => ({ start, end: start + 2 });
const page = (uri: string, date: string | undefined, items: string[], uses: number[]): HistoryDocument => ({
  uri,
  ...(date ? { date } : {}),
  definitions: items.length > 0 ? [{ term: '三会', range: at(3), items }] : [],
  uses: uses.map((start) => ({ term: '三会', ...at(start) })),
});

describe('the history of a term', () => {
  const documents = [
    page('file:///c.newsletter', undefined, ['甲', '乙', '丁'], [3]),
    page('file:///b.newsletter', '2023-04', ['甲', '乙', '丁'], [9, 3]),
    page('file:///a.newsletter', '2022-10-16', ['甲', '乙', '丙'], [3]),
    page('file:///d.newsletter', '2021', [], [7]),
    page('file:///e.newsletter', '2020', [], []),
  ];

  it('tells the definitions by date and file, and where they changed', () => {
    assert.deepEqual(
      termHistory('三会', documents).definitions.map(({ uri, change, added, removed }) => [
        uri,
        change,
        added,
        removed,
      ]),
      [
        ['file:///a.newsletter', 'first', [], []],
        ['file:///b.newsletter', 'changed', ['丁'], ['丙']],
        ['file:///c.newsletter', 'same', [], []],
      ],
    );
  });

  it('tells where the term was first used, and how often in each document', () => {
    const { firstUse, uses } = termHistory('三 会', documents);
    assert.deepEqual(firstUse, { uri: 'file:///d.newsletter', date: '2021', count: 1, first: at(7) });
    assert.deepEqual(
      uses.map(({ uri, count }) => [uri.slice(8, 9), count]),
      [
        ['d', 1],
        ['a', 1],
        ['b', 2],
        ['c', 1],
      ],
    );
  });

  it('does not depend on the order in which the documents come', () => {
    assert.deepEqual(termHistory('三会', [...documents].reverse()), termHistory('三会', documents));
    assert.deepEqual(termHistory('四会', documents), { term: '四会', definitions: [], uses: [] });
  });
});
