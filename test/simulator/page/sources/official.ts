import { appendixEntry, definingText } from '../definitions.ts';
import { heading, other, paragraph, runIn, type SourceBlock } from '../model.ts';
import { chinese, type Writer } from '../writer.ts';

const text = (writer: Writer) => (writer.random.chance(0.2) ? definingText(writer) : writer.text());

const signed = (writer: Writer, who = `${writer.town}人民政府`): SourceBlock[] => [
  other('signature', who),
  ...(writer.random.chance(0.8) ? [other('signature', writer.date())] : []),
];

/** A notice with an addressee, numbered sections, a signature. */
export function notice(writer: Writer): SourceBlock[] {
  return [
    heading(1, `关于开展${writer.title()}工作的通知`),
    paragraph('各村、各社区，各有关单位：'),
    paragraph(`为${writer.clause()}，现将有关事项通知如下。`),
    ...writer.times(3, 4, (i) => [
      heading(2, writer.title(), `${chinese(i + 1)}、`),
      ...(writer.random.chance(0.5)
        ? writer.times(2, 3, (k) => runIn(3, `（${chinese(k + 1)}）`, writer.title(), writer.prose(1, 3)))
        : writer.times(1, 2, () => paragraph(text(writer)))),
    ]),
    ...signed(writer),
  ];
}

/** Rules in chapters and articles. */
export function rules(writer: Writer): SourceBlock[] {
  let article = 0;
  return [
    heading(1, `${writer.town}${writer.title()}管理办法`),
    ...writer.times(3, 5, (i) => [
      heading(
        2,
        `${writer.pick(['总则', '职责分工', '工作流程', '监督检查', '保障措施', '附则'])}`,
        `第${chinese(i + 1)}章 `,
      ),
      ...writer.times(2, 4, () => {
        article += 1;
        return paragraph(writer.prose(1, 2), { marker: `第${chinese(article)}条 ` });
      }),
    ]),
  ];
}

/** A letter to the community: salutation, signature, nothing numbered. */
export function letter(writer: Writer): SourceBlock[] {
  return [
    heading(1, `致${writer.community()}全体居民的一封信`),
    paragraph('亲爱的居民朋友：'),
    paragraph('您好！'),
    ...writer.times(3, 5, () => paragraph(writer.text(2, 4))),
    paragraph(`让我们行动起来，${writer.clause()}！`),
    ...signed(writer, `${writer.community()}居民委员会`),
  ];
}

/** Questions and answers. */
export function questions(writer: Writer): SourceBlock[] {
  const asks = [
    '加装电梯需要多少居民同意',
    '社区食堂对老人有哪些优惠',
    '垃圾分类投放时间怎样确定',
    '家门口服务站能办哪些事项',
    '外来务工人员子女如何报名入学',
    '非机动车充电设施由谁维护',
    '申请危房翻建要走哪些流程',
    '参加志愿服务怎样记录时长',
  ];
  return [
    heading(1, `${writer.title()}政策问答`),
    paragraph(writer.text(1, 3)),
    ...writer.random
      .some(asks, writer.int(4, 7))
      .flatMap((ask) => [heading(2, `${ask}？`, '问：'), paragraph(writer.prose(2, 4), { marker: '答：' })]),
  ];
}

/** A work report: run-in headings, unnumbered leads, an appendix of terms. */
export function workReport(writer: Writer): SourceBlock[] {
  return [
    heading(1, `${writer.town}2026年政府工作报告`),
    other('subhead', `——${writer.date()}在${writer.town}第三届人民代表大会第四次会议上`),
    paragraph('各位代表：'),
    paragraph('现在，我代表镇人民政府，向大会报告工作，请予审议，并请列席人员提出意见。'),
    ...['2025年工作回顾', '2026年重点工作', '加强政府自身建设'].flatMap((title, i) => [
      heading(2, title, `${chinese(i + 1)}、`),
      paragraph(text(writer)),
      ...(i === 1
        ? writer.times(2, 3, (k) => [
            heading(3, writer.title(), `（${chinese(k + 1)}）`),
            ...writer.times(3, 4, () => runIn(4, '', writer.title(), writer.prose(2, 4))),
          ])
        : writer.times(3, 5, (k) => runIn(3, `（${chinese(k + 1)}）`, writer.title(), writer.prose(2, 4)))),
    ]),
    paragraph(`各位代表！${writer.sentence()}让我们${writer.clause()}，${writer.clause()}！`),
    heading(1, '名词解释'),
    ...writer.times(4, 7, (i) => paragraph(appendixEntry(writer), { marker: `${i + 1}.` })),
  ];
}

/** An announcement with labelled lines: 时间, 地点, 对象. */
export function announcement(writer: Writer): SourceBlock[] {
  return [
    heading(1, `${writer.community()}${writer.title()}活动预告`),
    paragraph(writer.text(1, 3)),
    heading(2, '活动安排', '一、'),
    paragraph(`时间：${writer.date()}上午9:00至11:30`),
    paragraph(`地点：${writer.community()}党群服务站二楼会议室`),
    paragraph('对象：全体居民，以家庭为单位报名参加'),
    heading(2, '报名方式', '二、'),
    ...writer.times(1, 3, () => paragraph(writer.text(1, 3))),
    heading(2, '注意事项', '三、'),
    ...writer.times(2, 4, (i) => paragraph(writer.prose(1, 2), { marker: `${i + 1}.` })),
    ...signed(writer, `${writer.community()}居民委员会`),
  ];
}

/** Several numbering schemes on one page. */
export function mixedNumbering(writer: Writer): SourceBlock[] {
  return [
    heading(1, `${writer.town}${writer.title()}实施方案`),
    paragraph(text(writer)),
    ...writer.times(2, 3, (i) => [
      heading(2, writer.title(), `${chinese(i + 1)}、`),
      ...writer.times(2, 3, (k) => [
        heading(4, writer.title(), `${k + 1}.`),
        paragraph(writer.text(1, 3)),
        ...(writer.random.chance(0.5)
          ? writer.times(2, 3, (n) => paragraph(writer.prose(1, 1), { marker: '①②③④'[n] as string }))
          : writer.times(2, 3, (n) => runIn(5, `（${n + 1}）`, writer.title(), writer.prose(1, 2)))),
      ]),
    ]),
    ...signed(writer),
  ];
}

/** A list of events by date. */
export function chronicle(writer: Writer): SourceBlock[] {
  return [
    heading(1, `${writer.town}2025年大事记`),
    ...['第一季度', '第二季度', '第三季度', '第四季度'].flatMap((quarter, i) => [
      heading(2, quarter),
      ...writer.times(3, 5, (k) =>
        paragraph(`${i * 3 + 1 + (k % 3)}月${writer.int(1, 28)}日，${writer.sentence(2, 3)}`),
      ),
    ]),
  ];
}
