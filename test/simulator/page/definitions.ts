import * as words from './words.ts';
import { chinese, type Writer } from './writer.ts';

const list = (items: readonly string[]) => items.join('、');

interface Short {
  readonly term: string;
  readonly items: string[];
}

/** A term such as 三化 or 四项行动 with as many items as its numeral says. */
function shortTerm(writer: Writer, low = 3, high = 6): Short {
  const count = writer.int(low, high);
  const heads = writer.random.some(words.itemHeads, count);
  const tails = writer.random.some(words.itemTails, count);
  if (writer.random.chance(0.4)) {
    const shared = writer.pick(['化', '美', '清', '进', '享', '联']);
    const term = writer.fresh(() => chinese(count) + shared);
    return { term, items: heads.map((head, i) => (shared === '化' ? `${head}化` : `${shared}${head}${tails[i]}`)) };
  }
  const term = writer.fresh(() => chinese(count) + writer.pick(words.measures) + writer.pick(words.termTails));
  return { term, items: heads.map((head, i) => head + tails[i]) };
}

const forms: readonly ((term: string, items: string) => string)[] = [
  (term, items) => `落实“${term}”制度（${items}）`,
  (term, items) => `推进“${term}”（${items}）`,
  (term, items) => `全面推行“${term}”，即${items}`,
  (term, items) => `坚持“${term}”（即${items}）`,
  (term, items) => `落细“${term}”，包括${items}`,
];

/** A clause that defines a term; the definition is entered in the writer's account. */
export function definingClause(writer: Writer): string {
  const { term, items } = shortTerm(writer);
  writer.definitions.push({ term, items });
  return writer.pick(forms)(term, list(items));
}

/** A clause that defines a composite such as 三美两清一进, its items grouped by part. */
export function compositeClause(writer: Writer): string {
  const shared = writer.random.some(['美', '清', '进', '享', '联'], 2);
  const heads = writer.random.some(words.itemHeads, 6);
  let at = 0;
  const parts = shared.map((char) => {
    const count = writer.int(2, 3);
    const items = heads.slice(at, at + count).map((head) => `${char}${head}`);
    at += count;
    return { term: (count === 2 ? '两' : chinese(count)) + char, items };
  });
  const term = parts.map((part) => part.term).join('');
  writer.definitions.push({ term, parts });
  return `实施“${term}”工程（${parts.map((part) => list(part.items)).join('，')}）`;
}

/** A clause whose list is one item short of what the numeral says. */
export function miscountedClause(writer: Writer): string {
  const { term, items } = shortTerm(writer, 4, 6);
  const listed = items.slice(1);
  writer.mismatches.push({ term });
  writer.definitions.push({ term, items: listed });
  return `落实“${term}”（${list(listed)}）`;
}

/** A paragraph in which one to three terms are defined, and now and then one is miscounted. */
export function definingText(writer: Writer): string {
  const clauses = writer.times(1, 3, () =>
    writer.random.chance(0.2) ? compositeClause(writer) : definingClause(writer),
  );
  if (writer.random.chance(0.15)) clauses.push(miscountedClause(writer));
  return clauses.map((clause) => `${writer.clause()}，${clause}，${writer.clause()}。${writer.sentence()}`).join('');
}

/** An entry of a 名词解释 appendix, without its number. */
export function appendixEntry(writer: Writer): string {
  const { term, items } = shortTerm(writer);
  writer.definitions.push({ term, items });
  return `“${term}”：指${list(items)}。`;
}
