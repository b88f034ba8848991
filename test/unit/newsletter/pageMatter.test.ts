import assert from 'node:assert/strict';
import type { OutlineNode } from '../../../src/core/newsletter/model.ts';
import { readPage } from '../../../src/core/newsletter/readPage.ts';

const blocksOf = (raw: string) => {
  const { reading, newsletter } = readPage(raw);
  return newsletter.blocks.map(({ kind, start, end }) => [kind, reading.text.slice(start, end)] as const);
};

const titlesOf = (raw: string) => {
  const flat = (nodes: readonly OutlineNode[]): string[] =>
    nodes.flatMap(({ level, title, children }) => [`${level} ${title}`, ...flat(children)]);
  return flat(readPage(raw).newsletter.outline);
};

const body = `
青禾镇近年来坚持党建引领基层治理，把
群众大大小小的事情办好，推动社区面貌
一天天改变，老旧小区有了新颜。

镇里还组织志愿者队伍，常常走进楼组听
取意见，邻里之间的热情越来越高，处处
是风景。
`;

describe('what stands around the articles of a page', () => {
  it('takes the number of the page with its name, and the date below it, for furniture', () => {
    const kinds = blocksOf(`3 综合新闻\n2025年3月14日 星期五\n\n社区换新颜\n${body}`).map(([kind]) => kind);
    assert.deepEqual(kinds, ['furniture', 'furniture', 'heading', 'paragraph', 'paragraph']);
  });

  it('takes a running head with the paper, the date and the section for furniture, and a title with its month for a headline', () => {
    const heads = [
      '青禾新闻　2025年3月20日　评论',
      '青禾乡音　2025年2月',
      '０４　评论　2025年7月3日　青禾周报',
      '青禾通讯　2025.3.8　2版',
    ];
    for (const head of heads) assert.equal(blocksOf(`${head}\n\n社区换新颜\n${body}`)[0]?.[0], 'furniture', head);
    assert.equal(blocksOf(`青禾镇大事记　2025年2月\n${body}`)[0]?.[0], 'heading');
    assert.equal(blocksOf(`青禾新闻　2025年3月20日，评论员到场\n${body}`)[0]?.[0] === 'furniture', false);
  });

  it('puts news in brief below their rubric, the authors of each piece and bold headlines notwithstanding', () => {
    const news = (one: string, two: string) => `一周简讯\n\n${one}\n${body}（周 立）\n\n${two}\n${body}（李小禾）\n`;
    const titles = ['1 一周简讯', '2 社区换新颜', '2 夜校开新班'];
    assert.deepEqual(titlesOf(news('社区换新颜', '夜校开新班')), titles);
    assert.deepEqual(titlesOf(news('社社区区换换新新颜颜', '夜夜校校开开新新班班')), titles);
  });

  it('joins neither a rubric nor the quarter of a chronicle to the headline beside it', () => {
    const pieces = `社区换新颜，居民展笑脸\n${body}夜校开了新班，老人学起手机\n${body}`;
    assert.deepEqual(titlesOf(`简讯\n${pieces}`), [
      '1 简讯',
      '2 社区换新颜，居民展笑脸',
      '2 夜校开了新班，老人学起手机',
    ]);
    const chronicle = `青禾镇2025年大事记\n第一季度\n${body}第二季度\n${body}`;
    assert.deepEqual(titlesOf(chronicle), ['1 青禾镇2025年大事记', '2 第一季度', '2 第二季度']);
  });

  it('takes the same word over one article with its sections for a kicker', () => {
    const raw = `基层动态\n\n青青禾禾镇镇推推进进老老旧旧小小区区改改造造成成效效明明显显\n${body}\n回望来路\n${body}\n展望前程\n${body}`;
    assert.equal(blocksOf(raw)[0]?.[0], 'kicker');
  });

  it('keeps a line at the edge of the page that only speaks of telephones', () => {
    const raw =
      '雨夜里的灯\n\n22时40分，气象台发布暴雨红\n色预警。\n\n镇防汛指挥部的电话一个接着\n一个，值班长的嗓子已经哑了。\n';
    const texts = blocksOf(raw).map(([, text]) => text);
    assert.ok(texts.includes('镇防汛指挥部的电话一个接着一个，值班长的嗓子已经哑了。'), texts.join('\n'));
    assert.equal(blocksOf(`新闻热线 0571-81234567\n\n社区换新颜\n${body}`)[0]?.[0], 'furniture');
  });

  it('takes an issue number with its month for a part of the masthead', () => {
    assert.equal(blocksOf(`第7期 2025年3月\n\n社区换新颜\n${body}`)[0]?.[0], 'masthead');
  });

  it('reads a sentence over the head and foot of the page that interrupt it', () => {
    const heads = ['青禾镇公约（试行） 第2页', '青禾动态 第7期 · 2 ·', '责任编辑 周立 美编 朱禾'];
    const besideNumbers = ['5\n青禾政务', '— 8 —\n2025年6月  第6期', '青禾政务\n第5页'];
    for (const head of [...heads, ...besideNumbers]) {
      const raw = `社区换新颜\n${body}${body.replace('推动社区面貌\n', `带动社区面貌\n\n${head}\n\n`)}`;
      assert.ok(
        blocksOf(raw).some(([kind, text]) => kind === 'paragraph' && text.includes('带动社区面貌一天天改变')),
        head,
      );
    }
  });

  it('takes neither the end of a sentence with its jump line nor a headline for the name beside a page number', () => {
    const raw = `社区换新颜\n${body}${body.replace(/推动社区面貌[^]*/u, '推动社区面貌\n\n— 4 —\n\n大变样（下转4版）\n百百岁岁老老人人\n村里的老人迎来了一百岁。\n')}`;
    const { reading } = readPage(raw);
    assert.ok(reading.text.includes('推动社区面貌大变样'));
    assert.ok(titlesOf(raw).some((title) => title.includes('百岁老人')));
  });

  it('keeps a line of the sentence that only ends like the head of a page', () => {
    const sentence = '今日的办法见第 2 版';
    const raw = `社区换新颜\n${body}${body.replace('推动社区面貌\n', `推动社区面貌\n\n${sentence}\n\n`)}`;
    assert.ok(
      blocksOf(raw).some(([, text]) => text.includes(sentence.replaceAll(' ', ''))),
      JSON.stringify(blocksOf(raw)),
    );
  });

  it('names who wrote an article under its overprinted headline, and does not end the article there', () => {
    const raw = `社社区区换换新新颜颜\n周 立\n${body}`;
    assert.deepEqual(
      blocksOf(raw).map(([kind]) => kind),
      ['heading', 'byline', 'paragraph', 'paragraph'],
    );
    assert.deepEqual(titlesOf(raw), ['1 社区换新颜']);
  });

  it('finds the author behind the last sentence of every item', () => {
    const item =
      '▲近日，青禾镇各社区开展邻里活动，居民围\n坐在一起包粽子、话家常，现场热热闹闹，社\n区还为独居老人送去了慰问品，把节日的问候\n带到家门口。 ';
    const kinds = blocksOf(`基层动态\n\n${item}（周 立）\n\n${item}（李小禾）\n`).map(([kind]) => kind);
    assert.deepEqual(kinds, ['heading', 'paragraph', 'byline', 'paragraph', 'byline']);
  });

  it('opens a new article behind a signature with its date', () => {
    const raw = `关于做好防汛工作的通知\n${body}\n青禾镇人民政府\n2025年6月3日\n\n文明过节倡议书\n${body}`;
    assert.deepEqual(titlesOf(raw), ['1 关于做好防汛工作的通知', '1 文明过节倡议书']);
  });

  it('keeps a heading below the headline whose jump line leads from another page', () => {
    const raw = `凝凝心心聚聚力力开开新新局局\n（上接1版）\n\n回回望望来来路路\n${body}\n展展望望前前程程\n${body}`;
    assert.deepEqual(titlesOf(raw), ['1 凝心聚力开新局', '2 回望来路', '2 展望前程']);
  });

  it('lets a greeting stand alone, under the title too', () => {
    const raw = `在青禾镇优化环境大会上的讲话\n同志们：\n${body}`;
    assert.deepEqual(
      blocksOf(raw).map(([kind, text]) => [kind, text.slice(0, 4)]),
      [
        ['heading', '在青禾镇'],
        ['paragraph', '同志们：'],
        ['paragraph', '青禾镇近'],
        ['paragraph', '镇里还组'],
      ],
    );
  });

  it('parts rows in front of which jump lines stand, and reads none twice', () => {
    const raw = '\n（上接 1 版）“1354”\n（上接 1 版）“1354”\n（上接 1 版）“1354”';
    const row = [
      ['jump', '（上接1版）'],
      ['table', '“1354”'],
    ];
    assert.deepEqual(blocksOf(raw), [...row, ...row, ...row]);
  });

  it('ends a jump line with its bracket', () => {
    const raw = `巷子里的“大管家”\n\n（上接第一版）别人都劝她歇一歇，她却笑着说闲不住。\n${body}`;
    const kinds = blocksOf(raw).map(([kind]) => kind);
    assert.deepEqual(kinds.slice(0, 3), ['heading', 'jump', 'paragraph']);
  });

  it('takes the name of the paper with its issue for the masthead', () => {
    assert.equal(blocksOf(`《青禾参考》2025年第4期 3月18日\n\n工作要点\n${body}`)[0]?.[0], 'masthead');
  });

  it('is no heading: the formula that closes a letter', () => {
    assert.deepEqual(titlesOf(`致居民的一封信\n${body}\n此致\n敬礼！\n周小立\n2025年6月3日\n`), ['1 致居民的一封信']);
  });
});

describe('numbered sentences', () => {
  const rules = [
    '一、自2025年7月1日0时起，对临江路实施',
    '施工围挡，施工时间三个月左右完成。',
    '二、施工期间禁止机动车驶入围挡路段，请',
    '绕行中山路。',
    '三、请过往行人按照标志指示通行，服从工',
    '作人员的指挥。违反规定的依法处理。',
  ];

  it('are no headings where they order or report', () => {
    assert.deepEqual(titlesOf(`关于临江路施工的通告\n\n${rules.join('\n')}\n`), ['1 关于临江路施工的通告']);
  });

  it('are read on behind a blank line where their siblings are paragraphs', () => {
    const raw = `关于临江路施工的通告\n\n${rules.slice(0, 4).join('\n')}\n\n${rules[4]}\n\n${rules[5]}\n`;
    assert.ok(blocksOf(raw).some(([kind, text]) => kind === 'paragraph' && text.includes('服从工作人员')));
  });
});

describe('numbered headings that fill a narrow column', () => {
  it('stay headings where the text under them sets out two cells short', () => {
    const titles = ['一、茶山有路，车开到采茶口', '二、溪水有闸，田头不再争水', '三、院里有灯，夜校开到八点'];
    const text = [
      '去年冬天，镇上修通了四条',
      '机耕路，茶农再也不用挑着担子',
      '下山。今年春茶比往年早卖五天',
      '，每亩多收三百元。',
    ];
    const raw = titles.map((title) => `${title}\n\n${text.join('\n')}\n\n`).join('');
    assert.deepEqual(
      titlesOf(`山里的三件事\n\n${raw}`),
      ['山里的三件事', ...titles].map((title, i) => `${i ? 2 : 1} ${title}`),
    );
  });
});

describe('spaces that filled the lines when they were set', () => {
  it('count towards the column, so that first lines are not taken for short ones', () => {
    const raw = [
      '因临江路综合改造工程施工需要，',
      '为确保工程顺利进行和交通安全畅通，',
      '现就施工期间交通管制有关事项通告',
      '如下：',
      '一、 自 2025 年 7 月 15 日 0 时',
      '至 2025 年 11 月 30 日 24 时，对',
      '临江路实施围挡施工。',
      '二、 施工期间，临江路全线禁止机',
      '动车通行， 保留 3.5 米宽的非机动',
      '车道和人行通道。',
      '三、 公交 6 路、 18 路、 27 路临',
      '时改道，停靠站点以站牌公告为准，',
      '请乘客提前安排出行时间。',
      '四、 沿线单位和居民的车辆， 凭施',
      '工单位发放的临时通行证从中山路口',
      '进出，时速不得超过 10 公里。',
      '',
    ].join('\n');
    assert.deepEqual(
      blocksOf(raw).map(([kind]) => kind),
      ['paragraph', 'paragraph', 'paragraph', 'paragraph', 'paragraph'],
    );
  });
});
