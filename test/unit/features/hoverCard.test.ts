import assert from 'node:assert/strict';
import { hoverCard, termCard } from '../../../src/core/features/hoverCard.ts';
import { escapeMarkdown, hoverMarkdown, isPlainAddress } from '../../../src/core/features/hoverMarkdown.ts';
import { formatMessage } from '../../../src/core/lint/message.ts';
import { applyEdits } from '../../../src/core/text/range.ts';
import { glossaryOf, joinedLines, pageOf } from './helpers.ts';

const t = (message: string, ...args: (string | number)[]) => formatMessage({ message, args });
const sanmei = { term: '三美', senses: [{ items: ['院落美', '河道美', '街巷美'] }] };

describe('the hover card', () => {
  it('takes the document’s own definition and still shows the other senses', () => {
    const page = pageOf({
      raw: '青禾镇抓“三美”\n再抓“三美”',
      terms: ['三美'],
      definitions: [{ term: '三美', items: ['田美', '水美', '路美'] }],
    });
    const card = hoverCard(13, page, glossaryOf({ builtin: [sanmei] }));
    assert.equal(card?.explainedBy, 'document');
    assert.deepEqual(card?.groups, [{ items: ['田美', '水美', '路美'] }]);
    assert.deepEqual(
      card?.otherSenses.map((sense) => sense.groups),
      [[{ items: ['院落美', '河道美', '街巷美'] }]],
    );
    assert.deepEqual(card?.definedAt, { range: { start: 5, end: 7 }, line: 0 });
    assert.equal(card?.uses, 2);
    assert.equal(card?.actions[0]?.id, 'goToDefinition');
    assert.ok(!card?.actions.some((action) => action.id === 'insertExplanation'));
  });

  it('shows other definitions of the document only where they say something else', () => {
    const said = (items: string[]) => ({ term: '三美', items });
    const page = pageOf({
      raw: '抓“三美”，抓“三美”，抓“三美”',
      terms: ['三美'],
      definitions: [said(['田美', '水美', '路美']), said(['田美', '水美', '路美']), said(['人美', '心美', '家美'])],
    });
    const card = hoverCard(3, page, glossaryOf({}));
    const lists = [card, ...(card?.otherSenses ?? [])].map((sense) => sense?.groups[0]?.items.join());
    assert.equal(new Set(lists).size, 2, lists.join(' | '));
    assert.equal(lists.length, 2, lists.join(' | '));
  });

  it('stands over a term broken over two lines, and speaks of the raw text', () => {
    const raw = '抓“三\n美两清一更新”';
    const page = pageOf({ raw, repairs: joinedLines(raw), terms: ['三美两清一更新'] });
    const card = hoverCard(
      7,
      page,
      glossaryOf({ workspace: [{ term: '三美两清一更新', senses: [{ items: ['甲'] }] }] }),
    );
    assert.deepEqual(card?.range, { start: 2, end: 10 });
  });

  it('explains a composite nobody defined from its parts, each with its own origin', () => {
    const page = pageOf({
      raw: '做到“两清”，推进“三美两清一更新”',
      terms: ['两清', '三美两清一更新'],
      definitions: [{ term: '两清', items: ['清沟渠', '清杂物'] }],
    });
    const glossary = glossaryOf({
      workspace: [sanmei],
      builtin: [{ term: '一更新', senses: [{ items: ['更新设施'], verified: false }] }],
    });
    const card = hoverCard(12, page, glossary);
    assert.equal(card?.explainedBy, 'composition');
    assert.deepEqual(
      card?.groups.map(({ term, items, origin }) => [term, items.length, origin?.kind]),
      [
        ['三美', 3, 'workspace'],
        ['两清', 2, 'document'],
        ['一更新', 1, 'builtin'],
      ],
    );
    const markdown = hoverMarkdown(card!, t);
    assert.match(markdown, /not checked against a document/);
    assert.match(markdown, /Defined in this document, line 1/);
  });

  it('inserts the explanation behind the closing quotation mark and touches nothing else', () => {
    const raw = '抓“三\n美”。';
    const page = pageOf({ raw, repairs: joinedLines(raw), terms: ['三美'] });
    const card = hoverCard(2, page, glossaryOf({ builtin: [sanmei] }));
    const insert = card?.actions.find((action) => action.id === 'insertExplanation');
    assert.equal(applyEdits(raw, [insert!.edit]), '抓“三\n美”（院落美、河道美、街巷美）。');
  });

  it('says honestly that a quoted term is unknown, and offers to add it', () => {
    const page = pageOf({ raw: '推进“九曲”工程', terms: ['九曲'] });
    const card = hoverCard(4, page, glossaryOf({}));
    assert.equal(card?.explainedBy, null);
    assert.deepEqual(card?.actions, [{ id: 'addToGlossary', entry: { term: '九曲', senses: [] } }]);
    assert.match(hoverMarkdown(card!, t), /Not explained here or in any glossary/);
  });

  it('says nothing about an unquoted word that only looks like an abbreviation', () => {
    const page = pageOf({ raw: '三美不胜收', terms: ['三美'] });
    assert.equal(hoverCard(1, page, glossaryOf({})), null);
    assert.equal(hoverCard(4, page, glossaryOf({})), null);
  });

  it('can be made for a term that stands nowhere in the text', () => {
    const card = termCard('三美', pageOf({ raw: '' }), glossaryOf({ builtin: [sanmei] }));
    assert.deepEqual([card.explainedBy, card.uses, card.range], ['builtin', 0, undefined]);
  });
});

describe('the hover as Markdown', () => {
  it('lets nothing from a glossary make markup, links, commands or icons', () => {
    const hostile =
      '[x](command:evil) <img src=x onerror=1> `a` **b** $(alert)\n\n# c | d\u202e www.x.cn http://x.cn a@b.cn';
    const entry = {
      term: hostile,
      senses: [
        {
          items: [hostile],
          explanation: hostile,
          english: { text: hostile, official: false },
          place: hostile,
          source: { title: hostile, issuer: hostile, date: hostile, url: 'javascript:alert(1)' },
        },
      ],
    };
    const glossary = glossaryOf({ workspace: [entry], harvested: [entry] });
    const markdown = hoverMarkdown(termCard(hostile, pageOf({ raw: '' }), glossary), t);
    const plain = markdown.replace(/\\[!-/:-@[-`{-~]/g, '');
    assert.doesNotMatch(plain, /[[\]<>`$#|@]|\u202e|command:|javascript:|http:|www\./);
  });

  it('links a source only by a plain web address', () => {
    assert.ok(isPlainAddress('https://www.example.org/a/b_1.html?x=1&y=2#z'));
    for (const url of ['javascript:alert(1)', 'command:x', 'https://x/)', 'https://x/ y', 'https://x/>', 'file:///x']) {
      assert.ok(!isPlainAddress(url), url);
    }
    const entry = {
      term: '三美',
      senses: [{ items: ['甲'], source: { title: '规划', url: 'https://example.org/a' } }],
    };
    const card = termCard('三美', pageOf({ raw: '' }), glossaryOf({ builtin: [entry] }));
    assert.match(hoverMarkdown(card, t), /\[《规划》\]\(<https:\/\/example\.org\/a>\)/);
  });

  it('escapes every ASCII punctuation mark and keeps Chinese as it is', () => {
    assert.equal(escapeMarkdown('三美（1+3）*a*\n“b”'), '三美（1\\+3）\\*a\\* “b”');
  });
});
