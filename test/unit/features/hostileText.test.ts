import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked } from 'marked';
import type { Card } from '../../../src/core/features/hoverCard.ts';
import { escapeMarkdown, hoverMarkdown } from '../../../src/core/features/hoverMarkdown.ts';
import { formatMessage } from '../../../src/core/lint/message.ts';

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[点我](command:workbench.action.quit)',
  '![图](https://example.org/a.png)',
  '<command:x>',
  '<https://example.org>',
  'https://example.org/',
  'www.example.org',
  'a@example.org',
  '$(zap)',
  '`code`',
  '```\nblock',
  '# 标题',
  '---',
  '| a | b |\n| - | - |',
  '](command:x) [',
  '\\[x](command:y)',
  '&lt;script&gt; &#60;b&#62;',
  '\n\n    code',
  '\n\n<b>x</b>',
  '1. x',
  '* x',
  '**粗**',
  '[x]: command:y',
  'javascript:alert(1)',
  '"onmouseover="x',
];

/** What a card itself puts into its Markdown. */
const own = new Set(['p', 'strong', 'em', 'ol', 'ul', 'li', 'hr', 'br', 'a']);

const piece = fc.oneof(
  { arbitrary: fc.constantFrom(...attacks), weight: 4 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 12 }), weight: 1 },
);
const text = fc.array(piece, { minLength: 1, maxLength: 3 }).map((all) => all.join(''));
const url = fc.oneof(
  text,
  text.map((end) => `https://example.org/${end}`),
  fc.constant('https://example.org/a?b=c'),
);

const card: fc.Arbitrary<Card> = fc
  .record({ term: text, item: text, prose: text, label: text, place: text, title: text, issuer: text, url })
  .map((some) => {
    const origin = {
      kind: 'workspace' as const,
      layerId: 'file:///x',
      label: some.label,
      place: some.place,
      source: { title: some.title, issuer: some.issuer, url: some.url },
      verified: false,
    };
    return {
      term: some.term,
      explainedBy: 'workspace' as const,
      groups: [{ items: [some.item] }, { term: some.term, items: [some.item, some.item], origin }],
      explanation: some.prose,
      english: { text: some.prose, official: false },
      origin,
      otherSenses: [{ groups: [{ items: [some.item] }], origin }],
      uses: 2,
      actions: [],
    };
  });

describe('Hostile text on a card', () => {
  it('makes no element, link, picture or command, whatever it is and wherever it stands', () => {
    fc.assert(
      fc.property(card, (one) => {
        const markdown = hoverMarkdown(one, (message, ...args) => formatMessage({ message, args }));
        const html = marked.parse(markdown, { async: false, gfm: true });
        for (const [, tag = '', rest = ''] of html.matchAll(/<\/?([a-zA-Z][\w-]*)([^>]*)>/g)) {
          assert.ok(own.has(tag), `<${tag}${rest}> of ${JSON.stringify(markdown)}`);
          if (tag === 'a' && rest !== '')
            assert.match(rest, /^ href="https?:\/\/example\.org\/[^"<>]*"$/, JSON.stringify(markdown));
          else if (tag !== 'ol') assert.match(rest, /^ ?\/?$/, JSON.stringify(markdown));
        }
        assert.doesNotMatch(markdown, /(?<!\\)\$\(/);
      }),
      { numRuns: 2000 },
    );
  });

  it('says the same when it is read as when it was written', () => {
    for (const attack of attacks.filter((one) => !/[\n&]/.test(one))) {
      const html = marked.parseInline(escapeMarkdown(attack), { async: false, gfm: true });
      const plain = html
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&quot;/g, '"')
        .replace(/&#39;/g, "'")
        .replace(/&amp;/g, '&');
      assert.equal(plain, attack);
    }
  });
});
