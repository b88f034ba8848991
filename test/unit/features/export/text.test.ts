import assert from 'node:assert/strict';
import { exportText } from '../../../../src/core/features/export/text.ts';
import { bulletin, hostile, letter, pageOf, townPaper } from './pages.ts';

describe('A page as clean text', () => {
  it('has one line a paragraph, headings set apart, and neither wraps nor marks of the document', () => {
    assert.equal(
      exportText(pageOf(townPaper)),
      `青禾镇部署“三清两建”工作
（上接1版）

共绘美丽家园景
同奏幸福青禾音

近年来，青禾镇坚持党建引领基层治理，坚持社区全覆盖、楼组全参与，居民满意度逐年提高。

乡村振兴开新局

——“小院落”撬动大治理。坚持群众的事群众商量着办，完成162个点位整治，惠及居民两千余户。
（青禾镇融媒体中心）
`,
    );
  });

  it('keeps numbered headings with their paragraphs and sets the distribution list apart', () => {
    const text = exportText(pageOf(bulletin));
    assert.match(text, /^工作简报\n第7期\n.*2026年4月18日\n\n全区“一网三化”.*\n\n今年一季度/);
    assert.match(text, /通报如下。\n一、主要做法\n（一）织密一张网。/);
    assert.match(text, /质量有待提高。\n\n报：区委、区政府领导\n送：各镇党委、街道党工委\n$/);
  });

  it('leaves out what the page repeats where that is asked for, and nothing else', () => {
    const page = `2026年1月5日　第2版　责任编辑：余松\n${townPaper}`;
    assert.match(exportText(pageOf(page)), /第2版/);
    assert.equal(exportText(pageOf(page, { dropFurniture: true })), exportText(pageOf(townPaper)));
    assert.equal(exportText(pageOf(bulletin, { dropFurniture: true })), exportText(pageOf(bulletin)));
  });

  it('sets paragraphs in only where that is asked for, and ends lines as it is told', () => {
    const text = exportText(pageOf(bulletin), { indent: true, lineEnd: '\r\n' });
    assert.match(text, /\r\n　　一、主要做法\r\n　　（一）织密一张网。/);
    assert.doesNotMatch(text, /[^\r]\n/);
    assert.doesNotMatch(exportText(pageOf(bulletin)), /^　　/mu);
  });

  it('sets the readers of a letter in at no time', () => {
    assert.match(exportText(pageOf(letter), { indent: true }), /\n各位居民朋友：\n　　近年来/);
  });

  it('has no control characters, no bidirectional overrides and no half characters', () => {
    const text = exportText(pageOf(hostile));
    assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/u);
    assert.match(text, /与控制符、\ufffd孤立代理、反转、，以及&lt;实体&gt;和/);
  });

  it('is empty for an empty page', () => {
    assert.equal(exportText(pageOf('')), '');
    assert.equal(exportText(pageOf(' \n\n　\n')), '');
  });
});
