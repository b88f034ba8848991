import assert from 'node:assert/strict';
import { newsletterEvidence, readsLikeNewsletter } from '../../../src/core/features/detect.ts';

const newsletters: Record<string, string> = {
  'a wrapped newspaper column': `青禾镇召开“三清两建”工作推进会
（上接 1 版）

近年来， 青禾镇坚持党建引领基
层治理，坚持社区全覆盖、楼组全
参与，推进城市更新和社区环境提
升。

南苑居民区由 12 位居民组成的
“盆景社”自治团队，致力于小区绿
植、环境美化等。
（青禾镇融媒体中心）`,
  'a brief with numbered headings': `临江区民政工作简报
第 12 期
一、压实责任抓落实
各街道、社区要把养老服务摆在突出位置，细化任务清单，明确责任人，确保件件有着落。
二、突出重点求实效
（一）完善机制。健全联席会议制度，每月通报进展。
（二）强化督查。对工作不力的单位予以通报。`,
  'a notice in short': `关于开展夏季用电安全检查的通知
各村（居）委会、各单位：
为切实保障群众生命财产安全，经镇政府研究，决定在全镇开展夏季用电安全专项整治行动。现将有关事项通知如下，请认真贯彻落实。`,
  'news in brief': `●6月3日，海州市临江区举行志愿服务集中行动，30支队伍走进社区。
●青禾镇完成老旧小区雨污分流改造项目，惠及居民1200户。
●区应急局组织企业开展安全生产应急演练，提升处置能力。`,
  'overprinted headings': `““微微更更新新””创创造造““新新变变化化””
今年以来，海州市临江区各街道持续推进“微更新”，口袋公园建设、楼道整治和加装电梯同步推进，群众满意度不断提升。`,
};

const others: Record<string, string> = {
  'an empty text': '',
  'white space': ' \n\u3000\n',
  'binary data': `\u0000PNG\u0000${'党建工作社区治理'.repeat(20)}`,
  'an English text': 'The town held a meeting on neighbourhood work today.\n'.repeat(20),
  'a log with Chinese messages': Array.from(
    { length: 30 },
    (_, i) => `2026-03-0${(i % 9) + 1} 10:00:00 INFO 服务启动，任务执行完成，项目部署成功，耗时 ${i} 毫秒`,
  ).join('\n'),
  'a table with commas': `姓名,单位,职务,电话,备注\n${'张三,某某街道,干部,123,社区工作\n'.repeat(20)}`,
  'program text with Chinese comments': `// 服务部署与任务管理\nfunction run() {\n  return 1; // 项目建设\n}\n`.repeat(
    10,
  ),
  'a novel': `第一章 雨夜
雨下得很大。老周把伞收起来，抖了抖，推开那扇吱呀作响的木门。
“你怎么才来？”她问。
“路上堵了。”他说，“再说，我也不想来。”
屋里静了下来，只听见檐下的雨声。她走到窗前，看着巷口那盏昏黄的灯，想起许多年前的一个晚上。`,
  'a recipe': `红烧肉的做法
五花肉切块，冷水下锅焯水，捞出沥干。锅里放少许油，下冰糖炒出糖色，倒入肉块翻炒均匀，加黄酒、生抽、老抽和八角。
小火慢炖一个小时，最后大火收汁，撒上葱花即可出锅。`,
  'a chat log': `小王 10:21
晚上去哪儿吃饭呀，我想吃火锅
小李 10:22
都行，你定吧，别太远就好，我六点下班
小王 10:25
那就老地方见，记得带伞，听说晚上要下雨呢`,
  'a poem': `春风又绿江南岸\n明月何时照我还\n`.repeat(6),
  'a technical article': `如何在浏览器里使用缓存
浏览器会把下载过的文件放在本地，再次访问时直接读取，不必重新请求。缓存分为强缓存与协商缓存两种，前者看过期时间，后者比对标识。
写代码时要注意更新文件名，否则用户看到的还是旧页面。调试的时候可以打开面板，勾选禁用缓存。`,
};

describe('what reads like a newsletter', () => {
  for (const [name, text] of Object.entries(newsletters)) {
    it(`is ${name}`, () => assert.ok(readsLikeNewsletter(text), JSON.stringify(newsletterEvidence(text))));
    it(`is ${name} with CR CR LF line ends`, () => assert.ok(readsLikeNewsletter(text.replaceAll('\n', '\r\r\n'))));
  }

  for (const [name, text] of Object.entries(others)) {
    it(`is not ${name}`, () => assert.ok(!readsLikeNewsletter(text), JSON.stringify(newsletterEvidence(text))));
  }

  it('is found in time that does not grow with a very long line', () => {
    assert.equal(readsLikeNewsletter('党建'.repeat(1_500_000)), readsLikeNewsletter('党建'.repeat(20_000)));
  });

  it('survives lone surrogates', () => {
    assert.equal(readsLikeNewsletter('\ud800\udc00\ud800'.repeat(100)), false);
  });
});
