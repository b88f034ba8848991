import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findDefinitions } from '../../../src/core/abbreviations/definitions.ts';
import { findTermUses } from '../../../src/core/abbreviations/uses.ts';
import { createGlossary } from '../../../src/core/glossary/glossary.ts';
import type { GlossaryLayer } from '../../../src/core/glossary/model.ts';
import { pageOf } from './page.ts';

const layer = (kind: GlossaryLayer['kind'], terms: Readonly<Record<string, readonly string[]>>): GlossaryLayer => ({
  kind,
  id: kind,
  label: kind,
  entries: Object.entries(terms).map(([term, items]) => ({ term, senses: [{ items }] })),
});
const glossary = createGlossary([
  layer('workspace', { 四清: ['清垃圾', '清河道', '清路障', '清杂物'] }),
  layer('builtin', {
    三会: ['听证会', '协调会', '评议会'],
    双减: ['减作业负担', '减培训负担'],
    放管服: ['简政放权', '放管结合', '优化服务'],
    三农: ['农业', '农村', '农民'],
    三通一平: ['通水', '通电', '通路', '平整土地'],
    三通: ['通邮', '通商', '通航'],
  }),
]);

function usesOf(source: string): string[] {
  const { text, blocks } = pageOf(source.split('|'));
  const { definitions } = findDefinitions(text, blocks);
  return findTermUses(text, blocks, definitions, glossary).map((use) => `${use.term} ${use.explainedBy}`);
}

describe('the uses of terms', () => {
  const table: Readonly<Record<string, readonly string[]>> = {
    '落实“三微”项目（微治理、微改造、微更新）。全镇三微项目开工。': ['三微 document', '三微 document'],
    '推进“三微”（微治理、微改造、微更新）和“三美”（街美、家美、楼美），实现“三微三美”。': [
      '三微 document',
      '三美 document',
      '三微三美 composition',
    ],
    '落实“两免一补”（免杂费、免书费、补生活费）。“两免”惠及全镇。': ['两免一补 document', '两免 document'],
    '持续巩固“双减”成果，落实双减政策。': ['双减 builtin', '双减 builtin'],
    '推进“四清”行动，深化放管服改革。': ['四清 workspace', '放管服 builtin'],
    '建立“四级三类”（市、县、乡、村，总体、详细、专项）体系，“三类”并重，乡镇通三级公路、四级公路，三类企业退出。': [
      '四级三类 document',
      '三类 document',
    ],
    '“多姿多彩”的“万企兴万村”': [],
    '完成三通一平。': ['三通一平 builtin'],
    '“三会四清”工作法': ['三会四清 composition'],
    '贯彻“五型经济”要求，召开“五个责任制”会议。': ['五型经济 null', '五个责任制 null'],
    '三会制度上墙。': ['三会 builtin'],
    '在第三会议室开会，第二十三会场同步，一会儿再议，三会合适。': [],
    '“十五”期间，“十四五”规划，五四青年，九三学社，数字转型，一体化。': [],
    '三农三农，重在农民。': [],
    '“浦江区社会组织参与社区治理十大创新”项目': [],
    '“初心”“生命线”“美丽家园”': [],
  };
  for (const [source, expected] of Object.entries(table)) it(source, () => assert.deepEqual(usesOf(source), expected));

  it('lie in the text, spell their terms and do not overlap', () => {
    const pieces = fc.constantFrom(
      ...['“', '”', '三会', '四清', '三微', '三美', '（', '）', '、', '微治理', '一', '制度', '第', '三通一平', '\n'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 50 }), (parts) => {
        const { text, blocks } = pageOf(parts.join('').split('\n'));
        const uses = findTermUses(text, blocks, findDefinitions(text, blocks).definitions, glossary);
        let last = 0;
        for (const { start, end, term } of uses) {
          assert.ok(start >= last && end > start && end <= text.length);
          assert.equal(text.slice(start, end).replace(/\s/g, ''), term);
          last = end;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
