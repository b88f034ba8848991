import assert from 'node:assert/strict';
import { cleanBlocks } from '../../../src/shared/cleanText.ts';

describe('Pasted text', () => {
  it('becomes one block for each line that holds something', () => {
    assert.deepEqual(cleanBlocks('第一段\r\n\r\n　　第二段 \n\t\n第三段'), ['第一段', '第二段', '第三段']);
  });

  it('loses control, bidirectional and zero-width characters, and keeps a space where a tab or NBSP was', () => {
    assert.deepEqual(cleanBlocks('\ufeff甲\u202e乙\u200b丙\u0007\tA\u00a0B'), ['甲乙丙 A B']);
  });

  it('keeps markup as the text it is', () => {
    assert.deepEqual(cleanBlocks('<script>alert(1)</script>]]>'), ['<script>alert(1)</script>]]>']);
  });
});
