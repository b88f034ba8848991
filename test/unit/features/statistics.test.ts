import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze.ts';
import { createGlossary } from '../../../src/core/glossary/glossary.ts';

describe('statistics', () => {
  it('count characters without white space, and terms once each', () => {
    const raw = '青禾镇工作简报\n\n　　青禾镇推行“五联五促”机制，推出Green\u2003Grain品牌，“五联五促”见成效。\n';
    const { statistics, reading, newsletter } = analyze(raw, createGlossary([]));
    const shown = newsletter.blocks.map(({ start, end }) => reading.text.slice(start, end)).join('');
    assert.equal(statistics.characters, shown.replace(/\s+/gu, '').length);
    assert.equal(statistics.headings, 1);
    assert.equal(statistics.paragraphs, 1);
    assert.equal(statistics.terms, 1);
    assert.equal(statistics.unexplained, 1);
  });
});
