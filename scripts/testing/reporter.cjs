// A mocha reporter that also leaves its count, as JSON, in the file it is told: option `count`. Option `style` is mocha's reporter.
const { writeFileSync } = require('node:fs');
const Mocha = require('mocha');

const { reporters } = Mocha.default ?? Mocha;

module.exports = function Counting(runner, options) {
  const { count, style = 'spec' } = options.reporterOption ?? options.reporterOptions ?? {};
  const Reporter = reporters[style];
  const shown = new Reporter(runner, options);
  // A second try is no secret: what needed one is named, so that it gets mended.
  runner.on('retry', (test, error) => console.log(`    ↻ ${test.fullTitle()}: ${error.message}`));
  const failures = [];
  runner.on('fail', (test, error) => failures.push({ title: test.fullTitle(), message: error.stack ?? String(error) }));
  // A skipped test is a test that did not pass.
  runner.on('pending', (test) => failures.push({ title: test.fullTitle(), message: 'It was skipped.' }));
  runner.once('end', () => {
    writeFileSync(count, JSON.stringify({ passed: runner.stats.passes, failed: failures.length, failures }));
  });
  this.done = (failed, finish) => (shown.done ? shown.done(failed, finish) : finish(failed));
};
