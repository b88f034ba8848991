import assert from 'node:assert/strict';
import { titleLines } from '../../../../src/core/features/export/titleLines.ts';

describe('A title that is wider than its line', () => {
  it('is parted between words, into lines as equal as these allow', () => {
    assert.deepEqual(titleLines('关于开展青禾镇老旧小区微更新专项行动的通知', 20), [
      '关于开展青禾镇老旧小区',
      '微更新专项行动的通知',
    ]);
  });

  it('stays one line where it fits', () => {
    assert.deepEqual(titleLines('青禾镇部署“三清两建”工作', 20), ['青禾镇部署“三清两建”工作']);
    assert.deepEqual(titleLines('', 20), ['']);
  });

  it('does not part a term in quotation marks, and no mark from what it closes', () => {
    assert.deepEqual(
      titleLines('关于进一步加强全镇社区治理与居民服务工作并开展“一网三化”专项行动的实施意见（试行）', 20).filter(
        (line) => /“[^”]*$|^[，。”》）]/u.test(line),
      ),
      [],
    );
  });

  it('has its halves below each other where a space parts them, without the space', () => {
    assert.deepEqual(titleLines('共绘美丽家园景 同奏幸福青禾音', 10), ['共绘美丽家园景', '同奏幸福青禾音']);
  });

  it('has as few lines as hold it, none of them wider than it may be', () => {
    const title = '关于印发《青禾镇城乡社区治理与居民自治三年行动计划》和《青禾镇社区工作者管理办法》的通知';
    const lines = titleLines(title, 20);
    assert.equal(lines.join(''), title);
    assert.equal(lines.length, Math.ceil(title.length / 20));
    assert.deepEqual(
      lines.filter((line) => line.length > 20),
      [],
    );
  });

  it('is left whole where nothing in it may be parted', () => {
    assert.deepEqual(titleLines('A'.repeat(60), 20), ['A'.repeat(60)]);
  });
});
