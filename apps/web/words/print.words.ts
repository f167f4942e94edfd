import { defineWords } from './wording.rules.js';

/** Texts of what can be printed of a case. */
export const printWords = defineWords({
  prints: ['打印', 'Print'],
  notice: ['公示（大字，带二维码）', 'Notice with a QR code'],
  chatText: ['公示的微信群文字', 'Notice as text for a chat group'],
  meetingNotice: ['会议通知', 'Notice of the meeting'],
  attendance: ['签到表', 'Attendance sheet'],
  minutes: ['会议纪要', 'Minutes'],
  result: ['表决结果（张贴用，带二维码）', 'Result to hang up, with a QR code'],
  dispatch: ['交办单', 'Order of work'],
  urge: ['催办单', 'Urge'],
  supervision: ['督办单', 'Supervision order'],
  return: ['退单', 'Return sheet'],
  completion: ['办结报告', 'Completion report'],
  chain: ['会签进度表', 'Sheet of the chain'],
  sheet: ['办理单或办结报告', 'Order of work, or completion report'],
  reviewSlip: ['纸质评议单', 'Slip to review it on paper'],
  costs: ['费用分摊公开表', 'Table of costs'],
});
