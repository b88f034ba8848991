import { analyze } from '../../../../src/core/analyze.ts';
import { exportPage, type ExportOptions, type ExportPage } from '../../../../src/core/features/export/page.ts';
import { createGlossary } from '../../../../src/core/glossary/glossary.ts';

/** A bulletin of an invented district, with everything that an export sets in its own way. */
export const bulletin = `工 作 简 报
第 7 期
临江区社区治理领导小组办公室　　2026年4月18日

全区“一网三化”基层治理工作进展顺利

　　今年一季度，全区各镇、街道围绕年度目标，统筹推进“一网三化”建设，各项工作开局良好。现将有关情况通报如下。
　　一、主要做法
　　（一）织密一张网。全区划分微网格1136个，配齐网格员1402名，做到小事不出楼组、大事不出社区。
　　（二）推进“三化”。坚持网格化管理、精细化服务、信息化支撑“三化”并举，居民诉求按时办结率达到98.6%。
　　二、存在问题
　　一是部分点位整治反复，长效机制还不健全；二是居民参与不够充分，“三会一课”质量有待提高。

报：区委、区政府领导
送：各镇党委、街道党工委
`;

/** A page of an invented town paper: hard-wrapped, with a couplet, marks of a person, jump lines, a lead and a byline. */
export const townPaper = `青禾镇部署“三清两建”工作
（上接 1 版）

共绘美丽家园景
同奏幸福青禾音

　　近年来， 青禾镇坚持党建引领
基层治理，坚持社区全覆盖、楼组全
参与，居民满意度逐年提高。
## 乡村振兴开新局
　　———“小院落”撬动大治理。坚
持群众的事群众商量着办，完成 162
个点位整治，惠及居民两千余户。
（青禾镇融媒体中心）
`;

/** A letter to the people of an invented town: a title wider than the line of a document, its readers, who signs it and when. */
export const letter = `青禾镇人民政府关于开展老旧小区微更新专项行动致全镇居民的一封信
各位居民朋友：
　　近年来，青禾镇坚持党建引领基层治理，坚持社区全覆盖、楼组全参与，居民满意度逐年提高。
　　一是垃圾分类投放；二是车辆有序停放，让我们的家园更加整洁、更加美丽。
青禾镇人民政府
2026年4月18日
`;

/** What an attacker would like to have run, in every place where text stands. */
export const hostile = `<script>document.title='run'</script>
（上接 <b>1</b> 版）

</style><img src=x onerror="document.title='run'">
]]></w:t><w:evil/>&amp;"'><svg onload=alert(1)>

　　正文<iframe src="http://127.0.0.1:9/"></iframe>与\u0000\u0008\u001b控制符、\ud800孤立代理、\u202e反转\u2066、\ufffe\uffff，以及&lt;实体&gt;和 <link rel=stylesheet href=http://127.0.0.1:9/a.css>。
　　一、<a href="javascript:document.title='run'">点我</a><meta http-equiv=refresh content="0;url=http://127.0.0.1:9/">
　　（一）<style>@import 'http://127.0.0.1:9/b.css';</style>领句。正文——<!-- 注释 --> --> ]]>。
`;

/** A text as it is exported. */
export function pageOf(text: string, options?: ExportOptions): ExportPage {
  return exportPage(analyze(text, createGlossary([])), options);
}
