import { definingText } from '../definitions.ts';
import { heading, other, paragraph, runIn, type SourceBlock } from '../model.ts';
import { chinese, type Writer } from '../writer.ts';

const text = (writer: Writer) => (writer.random.chance(0.3) ? definingText(writer) : writer.text());

const masthead = (writer: Writer): SourceBlock[] => [
  other(
    'masthead',
    writer.pick(['工作简报', '社区治理简报', '城市更新工作简报', '平安建设简报', '党建工作动态']),
    writer.random.chance(0.5) ? `第${writer.int(1, 60)}期` : `第${writer.int(1, 60)}期（总第${writer.int(61, 300)}期）`,
    ...(writer.random.chance(0.5) ? [`${writer.town}党政办公室编　　${writer.date()}`] : []),
  ),
];

const closing = (writer: Writer): SourceBlock[] => [
  ...(writer.random.chance(0.5)
    ? [other('signature', `${writer.town}人民政府办公室`), other('signature', writer.date())]
    : [
        other('signature', '报：区委办公室、区政府办公室'),
        other('signature', '送：各村、各社区，镇属各单位'),
        ...(writer.random.chance(0.5) ? [other('signature', `（共印${writer.int(20, 90)}份）`)] : []),
      ]),
];

/** A street bulletin: a spaced masthead, an issue number, sections numbered 一、. */
export function streetBulletin(writer: Writer): SourceBlock[] {
  return [
    ...masthead(writer),
    heading(1, writer.headline()),
    paragraph(text(writer)),
    ...writer.times(3, 5, (i) => [
      heading(2, writer.title(), `${chinese(i + 1)}、`),
      ...writer.times(1, 3, () => paragraph(text(writer))),
    ]),
    ...closing(writer),
  ];
}

/** A brief with all levels of official numbering: 一、 （一） 1. （1）. */
export function brief(writer: Writer): SourceBlock[] {
  const items = () =>
    writer.times(2, 3, (i) =>
      writer.random.chance(0.5)
        ? [runIn(4, `${i + 1}.`, writer.title(), writer.prose(1, 3))]
        : [
            heading(4, writer.title(), `${i + 1}.`),
            paragraph(writer.text(1, 3)),
            ...(writer.random.chance(0.4)
              ? writer.times(2, 3, (k) => runIn(5, `（${k + 1}）`, writer.title(), writer.prose(1, 2)))
              : []),
          ],
    );
  return [
    heading(1, `关于${writer.town}${writer.title()}情况的报告`),
    paragraph(text(writer)),
    ...writer.times(2, 4, (i) => [
      heading(2, writer.title(), `${chinese(i + 1)}、`),
      paragraph(writer.text(1, 3)),
      ...writer.times(2, 4, (k) => {
        const marker = `（${chinese(k + 1)}）`;
        if (writer.random.chance(0.5)) return [runIn(3, marker, writer.title(), writer.prose(2, 4))];
        return [
          heading(3, writer.title(), marker),
          paragraph(text(writer)),
          ...(writer.random.chance(0.4) ? items() : []),
        ];
      }),
    ]),
    ...closing(writer),
  ];
}

/** A report of a meeting: 会议指出, 会议强调, enumerations inside paragraphs. */
export function meetingReport(writer: Writer): SourceBlock[] {
  const says = ['会议指出', '会议强调', '会议要求', '会议听取了', '会议还研究了', '与会人员表示'];
  return [
    heading(1, writer.headline()),
    paragraph(`${writer.date().slice(5)}，${writer.clause()}。${writer.person()}、${writer.person()}出席会议。`),
    ...writer.random
      .some(says, writer.int(3, 5))
      .map((say) => paragraph(`${say}，${writer.clause()}。${text(writer)}`)),
    paragraph(
      `会议明确，要抓好以下工作。一要${writer.clause()}。二要${writer.clause()}，${writer.clause()}。三要${writer.clause()}。${writer.sentence()}`,
    ),
    other('byline', `（${writer.author()}）`),
  ];
}

/** Paragraphs that open with 一是, 二是, 三是 on lines of their own. */
export function enumerated(writer: Writer): SourceBlock[] {
  return [
    ...masthead(writer),
    heading(1, writer.headline()),
    paragraph(text(writer)),
    ...writer.times(2, 4, (i) => [
      heading(2, writer.title(), `${chinese(i + 1)}、`),
      paragraph(writer.text(1, 3)),
      ...writer.times(3, 4, (k) =>
        paragraph(`${writer.clause()}，${writer.clause()}。${writer.sentence()}`, { marker: `${chinese(k + 1)}是` }),
      ),
    ]),
    ...closing(writer),
  ];
}

/** Typical cases: headings with 案例一 and a colon inside. */
export function cases(writer: Writer): SourceBlock[] {
  return [
    heading(1, `${writer.town}${writer.title()}典型案例汇编`),
    paragraph(writer.text(2, 4)),
    ...writer.times(3, 5, () => [
      heading(2, `${writer.community()}：${writer.title()}`),
      ...writer.times(2, 3, () => paragraph(text(writer))),
    ]),
  ];
}

/** A page full of figures: dates, percentages, sums. */
export function figures(writer: Writer): SourceBlock[] {
  const line = () => writer.times(3, 6, () => writer.figure()).join('，');
  return [
    heading(1, `${writer.town}2026年上半年主要指标完成情况`),
    paragraph(`截至${writer.date()}，${line()}。${line()}。`),
    ...writer.times(3, 5, (i) => [
      heading(2, writer.title(), `${chinese(i + 1)}、`),
      paragraph(`${writer.int(2019, 2026)}年，${line()}；${line()}。其中，${line()}。`),
      paragraph(`同期，${line()}。按可比口径计算，${line()}。`),
    ]),
    ...closing(writer),
  ];
}

/** A table and captions of pictures between paragraphs. */
export function tables(writer: Writer): SourceBlock[] {
  return [
    heading(1, writer.headline()),
    ...writer.times(1, 2, () => paragraph(writer.text(2, 4))),
    other(
      'caption',
      `图为${writer.community()}${writer.pick(['志愿者在清理河道', '居民在议事厅商量停车难题', '文艺演出现场'])}。（${writer.person()}摄）`,
    ),
    ...writer.times(2, 3, () => [
      heading(2, writer.title()),
      ...writer.times(1, 3, () => paragraph(writer.text(2, 4))),
    ]),
    other('caption', `▲${writer.community()}新建的口袋公园`),
    paragraph(writer.text(2, 4)),
    other('byline', `（${writer.author()}）`),
  ];
}
