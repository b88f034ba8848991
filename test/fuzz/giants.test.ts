import { analyze } from '../../src/core/analyze.ts';
import { createGlossary } from '../../src/core/glossary/glossary.ts';
import { giants, works } from './giants.ts';

/** At this length quadratic work on any of these takes minutes; the time limit of a test stands for “never”. */
const length = 120_000;

const worst: readonly string[] = [
  ...['“', '（', '\n', '\r\r\n', ' ', '\ud800', '甲甲\n', '（上接', '（上接1版）'].map((piece) =>
    JSON.stringify(piece),
  ),
  ...['nested “‘’”', 'one line', 'different terms', 'different appendix entries'],
];

describe('Texts that are as hard as can be', () => {
  for (const work of Object.keys(works)) {
    it(`do not hold up “${work}”`, () => {
      for (const giant of worst) works[work]?.(giants[giant]?.(length) ?? '');
    });
  }

  it('do not overflow the stack: 10,000 brackets in one another, a line of ten million characters', () => {
    const glossary = createGlossary([]);
    analyze(giants['nested （）']?.(20_000) ?? '', glossary);
    analyze(giants['one line']?.(10_000_000) ?? '', glossary);
    createGlossary([
      {
        kind: 'workspace',
        id: 'x',
        label: 'x',
        entries: [{ term: '三会', aliases: Array<string>(400_000).fill('四会'), senses: [] }],
      },
    ]);
  });
});
