/** Words of the fictional 青禾镇 in 临江区, from which sentences and titles are put together. */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const places = words(
  '青禾镇 临江区 云浦街道 柳湾街道 石桥镇 望江街道 东埠镇 梅溪乡 白鹭街道 长堤镇 松岗镇 荷塘街道',
);
export const communities = words(
  '河湾社区 柳岸社区 禾苑居民区 新桥村 东联村 枫林社区 竹园村 南渡村 锦绣居民区 望江社区 春申里社区 石榴村 清泉村 北浜村 ' +
    '银杏居民区 幸福里社区 红旗村 前进村 三塘村 水杉社区 书院居民区 码头社区 麦田村 云栖社区 橘园村 大樟树村 老街社区 花桥村',
);
export const surnames = words(
  '王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓',
);
export const givenNames = words(
  '建国 秀英 志强 晓明 桂兰 海燕 文博 雅琴 国栋 思远 丽华 永康 春梅 立新 玉珍 浩然 小芳 德胜 慧敏 振华 爱民 佳怡 铁山 素云 明 静 勇 磊 敏 涛',
);
export const roles = words(
  '党总支书记 居委会主任 楼组长 志愿者 网格员 退休教师 物业经理 社区民警 党员 居民代表 村民小组长 驻村干部',
);
export const verbs = words(
  '推进 深化 优化 完善 落实 强化 提升 拓展 夯实 健全 做优 做实 盘活 激活 擦亮 打造 培育 壮大 守护 凝聚 筑牢 织密 抓实 建好 管好 传承 弘扬 创新 构建 延伸',
);
export const nouns = words(
  '家园 社区 楼组 街巷 乡村 田园 河道 产业 服务 治理 民生 党建 文明 平安 环境 品质 活力 作风 队伍 阵地 品牌 机制 平台 网格 邻里 庭院 文化 法治 生态 底线',
);
export const qualities = words(
  '美丽 幸福 温馨 和谐 宜居 智慧 绿色 红色 文明 平安 共享 活力 清洁 友善 安心 满意 优质 高效 精细 精准',
);
export const topics = words(
  '基层治理 城市更新 乡村振兴 便民服务 垃圾分类 养老服务 矛盾调解 文化惠民 安全生产 环境整治 河道保洁 食品安全 就业帮扶 营商环境 法治宣传 ' +
    '志愿服务 防汛防台 消防演练 义务植树 健康体检 夜间巡逻 数字治理 科普教育 家风建设 移风易俗 邻里互助 招商引资 项目攻坚 耕地保护 社区食堂',
);
export const works = words(
  '老旧小区改造 河道综合整治 居民议事协商 口袋公园建设 非机动车停放 背街小巷整治 加装电梯项目 党群服务站建设 农村厕所改造 高标准农田建设 ' +
    '社区食堂运营 道路大修工程 雨污分流改造 楼道堆物清理 智慧门禁安装 村级道路硬化 充电设施布点 文化广场扩建 违法建筑拆除 危房翻建工作',
);
export const people = words(
  '居民群众 党员干部 志愿者 网格员 楼组长 退休职工 青年学生 业主代表 企业负责人 村民代表 物业人员 社区工作者 沿街商户 外来务工人员',
);
export const phrases = words(
  '家门口 主心骨 连心桥 金钥匙 指挥棒 压舱石 助推器 清单制 微心愿 小板凳 百家宴 议事厅 时间银行 红色管家 邻里节 夜门诊 暖心屋 智慧大脑 绣花功夫 ' +
    '民情日记 随手拍 开放麦 银发课堂 共享菜园 绿色账户 阳光账本 家园卫士 老娘舅 楼道会客厅',
);
export const documents = words(
  '临江区城市更新办法 青禾镇社区治理工作手册 河道长效管理规定 居民公约 物业服务标准 美丽庭院评比细则 安全生产责任书 垃圾分类指导手册 养老服务清单 志愿服务条例',
);
export const authors = words('融媒体中心 党建办 社区办 宣传办 综合信息办 城建中心 文化站 平安办 社区服务中心');
/** Nouns of one kind that can stand as items of an abbreviation. */
export const itemHeads = words(
  '党建 产业 环境 民生 文化 平安 法治 生态 交通 教育 医疗 养老 就业 住房 水利 农业 科技 财税 人才 作风 队伍 阵地 网格 楼组 河道 街巷 庭院 绿化',
);
export const itemTails = words(
  '引领 联建 共治 互助 提升 更新 振兴 惠民 兴业 强基 创优 增效 扩面 提质 共享 联动 协同 融合 下沉 到位 公开 规范 达标 覆盖',
);
export const measures = words('个 项 大 张 条 支 种 类 件');
export const termTails = words('行动 工程 机制 清单 阵地 平台 工作法 举措 体系 模式 课堂 服务 协同 目标');
