/** What leads out of the page: a bundle of its own, see `OnDemand`. */
export { chooseExport } from './chooseExport.ts';
export { copyRichText } from './copyRichText.ts';
export { exportTo } from './exportTo.ts';
export { docxFormat, htmlFormat, textFormat } from './formats.ts';
export { printNewsletter } from './print.ts';
