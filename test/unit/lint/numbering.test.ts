import assert from 'node:assert/strict';
import { assertFinds, fixed } from './support.ts';

const code = 'numbering/skipped';
const body = '　　各社区建立专班，明确责任，按月通报进展，确保各项工作落到实处。\n';

describe('numbering/skipped', () => {
  it('finds a number that was left out, shows the one before and offers the one that follows', () => {
    const linted = assertFinds(
      code,
      `青禾镇工作简报\n一、加强组织领导\n${body}二、压实工作责任\n${body}⟦四、⟧严格督查考核\n${body}`,
    );
    const [place] = linted.findings[0]?.related ?? [];
    assert.equal(linted.context.reading.raw.slice(place?.range.start, place?.range.end), '二、');
    assert.ok(fixed(linted)['Number it 三、']?.includes('\n三、严格督查考核\n'));
  });

  it('finds a number that stands twice', () => {
    assertFinds(code, `青禾镇工作简报\n一、加强组织领导\n${body}⟦一、⟧压实工作责任\n${body}`.replace(/⟦一、⟧/, '一、'));
    assertFinds(code, `青禾镇工作简报\n一、加强组织领导\n${body}二、压实责任\n${body}⟦二、⟧严格督查考核\n${body}`);
  });

  it('lets inner numbers start afresh under an outer one', () => {
    assertFinds(
      code,
      `青禾镇工作简报\n一、加强组织领导\n（一）建立专班。各社区抽调骨干。\n（二）明确责任。各社区签订责任书。\n二、压实工作责任\n（一）按月通报。各社区报送进展。\n`,
    );
  });

  it('says nothing about a page that goes on from another', () => {
    assertFinds(code, `三、加强组织领导\n${body}四、压实工作责任\n${body}`);
  });
});
