import { firstRepairAt, type ReadingText, type Repair, type RepairCode } from '../text/readingText.ts';
import type { TextRange } from '../text/range.ts';
import type { Finding, Fix } from './model.ts';

/** What people are told about each kind of defect. */
const messages: Record<RepairCode, string> = {
  'repair/wrapped-line': 'The line is wrapped here; the text goes on',
  'repair/stray-space': 'A stray space left by justification',
  'repair/number-spacing': 'A space beside a number',
  'repair/doubled-run': 'Characters are doubled (overprinted bold)',
  'repair/long-dash': 'A dash that is not two cells long',
  'repair/special-space': 'A special space character',
  'repair/radical': 'A radical code point in place of the character',
  'repair/split-title': 'A title split over lines',
  'repair/control-character': 'A control character',
  'repair/page-break': 'A page number inside a sentence',
};

/** Repairs of one kind that stand at most this many UTF-16 code units apart on one line are one defect to the eye. */
const reach = 4;

/** True where no line ends between the start of one repair and that of the next, unless the two touch. */
function sameRun(raw: string, previous: Repair, next: Repair): boolean {
  if (next.start === previous.end) return true;
  if (next.start - previous.end > reach) return false;
  for (let i = previous.start; i < next.start; i++) {
    const code = raw.charCodeAt(i);
    if (code === 10 || code === 13) return false;
  }
  return true;
}

/** The repairs of a text as hints, in raw order: neighbouring repairs of one kind make one finding. */
export function repairFindings(reading: ReadingText): readonly Finding[] {
  return findingsOf(reading.raw, reading.repairs);
}

/** The first stretch of a text that is looked at for its first findings, in UTF-16 code units. */
const firstLook = 1 << 14;

/** The first `most` of `repairFindings`; of a long text no more is looked at than these take. */
export function firstRepairFindings(reading: ReadingText, most: number): readonly Finding[] {
  for (let end = firstLook; end < reading.raw.length; end *= 2) {
    const findings = findingsOf(reading.raw, reading.repairsFrom(0, end));
    // The last one may go on behind the stretch.
    if (findings.length > most) return findings.slice(0, most);
  }
  return repairFindings(reading).slice(0, most);
}

function findingsOf(raw: string, repairs: readonly Repair[]): Finding[] {
  const findings: Finding[] = [];
  for (let i = 0; i < repairs.length;) {
    const first = repairs[i++] as Repair;
    const message = messages[first.code];
    let last = first;
    for (let next = repairs[i]; next && next.code === first.code && sameRun(raw, last, next); next = repairs[++i]) {
      last = next;
    }
    findings.push({ code: first.code, severity: 'hint', message, range: { start: first.start, end: last.end } });
  }
  return findings;
}

/** Raw edits that carry out the repairs of one kind inside a raw range. */
function editsOf(reading: ReadingText, code: string, range: TextRange): Fix['edits'] {
  const edits = [];
  for (let i = firstRepairAt(reading.repairs, range.start); i < reading.repairs.length; i++) {
    const repair = reading.repairs[i] as Repair;
    if (repair.end > range.end) break;
    if (repair.code === code) edits.push({ start: repair.start, end: repair.end, text: repair.replacement });
  }
  return edits;
}

/** The fix of one repair finding; none where the text has changed since. */
export function repairFixes(finding: Finding, reading: ReadingText): readonly Fix[] {
  const edits = editsOf(reading, finding.code, finding.range);
  // Page numbers go only when someone says so, not with all other defects.
  const preferred = finding.code !== 'repair/page-break';
  return edits.length === 0 ? [] : [{ title: { message: 'Repair this' }, edits, ...(preferred ? { preferred } : {}) }];
}
