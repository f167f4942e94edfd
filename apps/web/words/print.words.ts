import { defineWords } from './words.js';

/** Texts of what can be printed of a case. */
export const printWords = defineWords({
  prints: ['打印', 'Print'],
  notice: ['公示（大字，带二维码）', 'Notice with a QR code'],
  chatText: ['公示的微信群文字', 'Notice as text for a chat group'],
  minutes: ['会议纪要', 'Minutes'],
  chain: ['会签进度表', 'Sheet of the chain'],
  sheet: ['办理单或办结报告', 'Order of work, or completion report'],
  reviewSlip: ['纸质评议单', 'Slip to review it on paper'],
  costs: ['费用分摊公开表', 'Table of costs'],
});
