import assert from 'node:assert/strict';
import { LineIndex } from '../../../src/core/text/lineIndex.ts';

describe('line index', () => {
  it('counts lines that end with LF, CRLF and CR', () => {
    const index = new LineIndex('一\r\n二\r三\n');
    assert.equal(index.lineCount, 4);
    assert.deepEqual(
      [0, 1, 2, 3].map((line) => index.startOf(line)),
      [0, 3, 5, 7],
    );
  });

  it('reads CR CR LF as a break and an empty line, as VS Code does', () => {
    assert.equal(new LineIndex('一\r\r\n二').lineCount, 3);
  });

  it('gives the place of an offset and the offset of a place', () => {
    const index = new LineIndex('政策\n简报\n');
    assert.deepEqual(index.positionOf(4), { line: 1, column: 1 });
    assert.equal(index.offsetOf({ line: 1, column: 1 }), 4);
    assert.equal(index.offsetOf({ line: 9, column: 0 }), 6);
  });

  it('gives an empty text one line', () => {
    assert.equal(new LineIndex('').lineCount, 1);
    assert.deepEqual(new LineIndex('').positionOf(0), { line: 0, column: 0 });
  });
});
