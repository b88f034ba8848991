/** What the heading over news in brief says; the headlines under it are its items. */
const newsInBrief = /^.{0,6}(?:短讯|简讯|快讯|要闻|要讯|短波|速递|速览|集锦|动态|快报)$/u;
const period = /^(?:第[一二三四]季度|[上下]半年|(?:[一二三四五六七八九十]{1,2}|\d{1,2})月份?)$/u;

/** True for a rubric such as 一周简讯. @param title the heading without white space */
export const isNewsInBrief = (title: string) => newsInBrief.test(title);

/** True for a heading that names a stretch of the year, as chronicles have them (第一季度). @param title the heading without white space */
export const isPeriod = (title: string) => period.test(title);
