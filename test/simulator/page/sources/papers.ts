import { compositeClause, definingText } from '../definitions.ts';
import { heading, other, paragraph, runIn, type SourceBlock } from '../model.ts';
import type { Writer } from '../writer.ts';

const byline = (writer: Writer) =>
  other(
    'byline',
    `（${writer.random.chance(0.2) ? `记者 ${writer.person()} 通讯员 ${writer.person()}` : writer.author()}）`,
  );
const text = (writer: Writer) => (writer.random.chance(0.25) ? definingText(writer) : writer.text());

/** A town paper's article: couplets as sections, dashes in front of run-in leads. */
export function townPaper(writer: Writer): SourceBlock[] {
  return [
    heading(1, writer.headline()),
    ...writer.times(1, 3, () => paragraph(text(writer))),
    ...writer.times(2, 4, () => [
      heading(2, writer.couplet()),
      paragraph(text(writer)),
      ...(writer.random.chance(0.5)
        ? writer.times(2, 3, () => runIn(3, '——', writer.title(), writer.prose(2, 4)))
        : writer.times(0, 2, () => paragraph(writer.text()))),
    ]),
    byline(writer),
  ];
}

/** The digest of a speech: sections of four lines, bullets with leads. */
export function speechDigest(writer: Writer): SourceBlock[] {
  return [
    heading(1, `在${writer.town}${writer.title()}大会上的讲话（摘要）`),
    other('byline', `（${writer.date()}）`),
    paragraph(`同志们：`),
    paragraph(writer.text(2, 4)),
    ...writer.times(2, 3, () => [
      heading(2, writer.random.chance(0.5) ? [...writer.couplet(), ...writer.couplet()] : writer.couplet()),
      paragraph(`${writer.prose(2, 3)}${compositeClause(writer)}，${writer.clause()}。`),
      ...writer.times(2, 4, () => runIn(3, '●', writer.title(), writer.prose(2, 5))),
    ]),
    paragraph(`让我们${writer.clause()}，${writer.clause()}！`),
  ];
}

/** News in brief: short articles, each closed by its author. */
export function newsInBrief(writer: Writer): SourceBlock[] {
  const rubric = writer.random.chance(0.5);
  const items = writer.times(4, 7, () => [
    heading(rubric ? 2 : 1, writer.headline()),
    paragraph(writer.text(2, 4)),
    ...(writer.random.chance(0.4) ? [paragraph(writer.text(1, 3))] : []),
    ...(writer.random.chance(0.7) ? [byline(writer)] : []),
  ]);
  return rubric ? [heading(1, writer.pick(['短讯', '简讯', '基层动态', '一线快报'])), ...items] : items;
}

/** A comment with a line over its headline and one under it. */
export function comment(writer: Writer): SourceBlock[] {
  return [
    heading(1, `${writer.title()}，${writer.title()}`),
    other('subhead', `——写在${writer.town}${writer.title()}之际`),
    ...writer.times(3, 6, () => paragraph(writer.text(3, 6))),
    other('byline', `（作者：${writer.person()}）`),
  ];
}

/** A portrait: short headings of one line, speech, a subtitle. */
export function portrait(writer: Writer): SourceBlock[] {
  const person = writer.person();
  return [
    heading(1, `“${writer.title().replace('“', '‘').replace('”', '’')}”`),
    other('subhead', `——记${writer.community()}${person}`),
    paragraph(`“大家的事，就是我的事。”${person}常常这样说。${writer.prose(2, 4)}`),
    ...writer.times(2, 4, () => [
      heading(2, writer.title()),
      ...writer.times(1, 3, () =>
        paragraph(
          writer.random.chance(0.3)
            ? `“${writer.clause()}，${writer.clause()}。”${writer.person()}高高兴兴地说。`
            : writer.text(2, 5),
        ),
      ),
    ]),
    byline(writer),
  ];
}

/** Paragraphs of a single sentence, hard to tell from headings. */
export function oneSentence(writer: Writer): SourceBlock[] {
  return [
    heading(1, writer.headline()),
    ...writer.times(2, 3, () => [
      heading(2, writer.couplet()),
      ...writer.times(4, 8, () => paragraph(`${writer.opening()}${writer.sentence(1, 3)}`)),
    ]),
    byline(writer),
  ];
}

const reduplicated = [
  '把群众大大小小的事情办好，常常走进楼组，天天记在心上。',
  '高高兴兴上班，平平安安回家，千千万万个家庭才能和和睦睦。',
  '处处是风景，人人是主人，家家户户都参与进来。',
  '方方面面的意见都听一听，点点滴滴的进步都记一记，实实在在地干，扎扎实实地推。',
  '街坊们说说笑笑，老老少少围坐一堂，红红火火过大年。',
  '网格员风风雨雨走了十年，时时刻刻把居民的冷暖放在心头，勤勤恳恳、兢兢业业。',
  '小区里里外外打扫得干干净净，墙上的爸爸妈妈和弟弟妹妹画得明明白白。',
  '多多益善不如件件落实，步步为营才能稳稳当当。',
];

/** Words that repeat their characters, in body and headings. */
export function reduplication(writer: Writer): SourceBlock[] {
  const titles = [
    '处处是风景',
    '大大小小的事',
    '天天有人管',
    '家家户户齐上阵',
    '明明白白一笔账',
    '高高兴兴过大年',
    '常常听意见',
  ];
  return [
    heading(1, `${writer.community()}：实实在在办好千千万万件小事`),
    ...writer.random
      .some(titles, writer.int(2, 4))
      .flatMap((title) => [
        heading(2, title),
        ...writer.random
          .some(reduplicated, writer.int(1, 3))
          .map((line) => paragraph(`${writer.sentence()}${line}${writer.random.chance(0.5) ? writer.sentence() : ''}`)),
      ]),
    byline(writer),
  ];
}

const poems = [
  ['清晨扫帚声声早', '傍晚灯光盏盏明', '街巷干净人心暖', '邻里和睦日子新'],
  ['一河清水绕村流', '两岸桃花映小楼', '书记走访问冷暖', '老人笑语说丰收'],
  ['垃圾分类要记牢', '干湿两桶别投错', '电池灯管有去处', '绿色生活从今做'],
  ['消防通道莫堵塞', '电瓶入户是祸根', '人走灯灭断电源', '平平安安才是真'],
  ['春风送暖到农家', '满架葡萄满院花', '广场夜来歌舞起', '小康路上笑哈哈'],
];

/** Verse and slogans between paragraphs, which are no headings. */
export function verse(writer: Writer): SourceBlock[] {
  return [
    heading(1, writer.headline()),
    paragraph(writer.text(2, 3)),
    ...writer.random
      .some(poems, writer.int(2, 3))
      .flatMap((poem) => [
        heading(2, writer.title()),
        paragraph(`${writer.prose(1, 3)}居民${writer.person()}为此写了一首诗：`),
        other('verse', ...poem),
        paragraph(writer.text(2, 4)),
      ]),
    byline(writer),
  ];
}
