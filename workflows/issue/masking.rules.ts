/** The most common Chinese surnames, without those that are function words; enough to recognise a sender or an address. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔汤';
/** Words before a colon that begin like a name. */
const NO_NAMES = new Set([
  '方法',
  '方案',
  '方式',
  '方向',
  '金额',
  '任务',
  '高层',
  '高度',
  '马路',
  '白天',
  '万一',
  '石头',
  '江边',
  '任何',
]);
const TITLES =
  '先生|女士|小姐|阿姨|大姐|大哥|大爷|大妈|大娘|奶奶|爷爷|叔叔|叔|婶|姨|师傅|老师|医生|大夫|主任|书记|经理|主席|队长|组长|站长|警官|律师';
const HAN = '\\u4e00-\\u9fff';

const PHONES = /(?<![\d])(?:\+?86[-\s]?)?1[3-9]\d(?:[-\s]?\d{4}){2}(?![\d])|(?<![\d])0\d{2,3}[-\s]?\d{7,8}(?![\d])/g;
const IDENTITY_NUMBERS = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g;
const MENTIONS = /@([^\s@,，。:：;；!！?？]{1,20})/g;
/** `张三 2026/11/21 10:02`, `张三 10:02` or `张三：` at the start of a line: how chat programs copy a message. */
const SENDER_WITH_TIME =
  /^([^\s:：@][^:：\n]{0,18}?)[\s]+(?:\d{2,4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?\s+)?(?:上午|下午)?\d{1,2}:\d{2}(?::\d{2})?[:：]?/gm;
const SENDER_WITH_COLON = new RegExp(`^((?:[${SURNAMES}][${HAN}]{1,2}|[A-Za-z][\\w .-]{1,18}))[:：]`, 'gm');
const ADDRESSED = new RegExp(`(?:小|老)?[${SURNAMES}][${HAN}]{0,2}?(${TITLES})`, 'g');

const PHONE_MASK = '[电话]';
const IDENTITY_MASK = '[证件号]';

/** Every name that stands where a chat program writes senders, longest first. */
function sendersOf(message: string): string[] {
  const found = new Set<string>();
  for (const pattern of [SENDER_WITH_TIME, SENDER_WITH_COLON, MENTIONS]) {
    for (const match of message.matchAll(pattern)) {
      const name = match[1]?.trim();
      if (name !== undefined && name.length > 1 && !NO_NAMES.has(name)) found.add(name);
    }
  }
  return [...found];
}

/**
 * Masks who speaks and who is spoken of in a message copied from a neighbours' group: senders and mentioned people become
 * `邻居1`, `邻居2` (the same person keeps the same number), people addressed by surname and title lose the surname, phone and
 * identity numbers become placeholders. What nobody can recognise by form stays; the coordinator reads it before it is public.
 */
export function maskMessage(message: string): string {
  const numbered = sendersOf(message).map((name, index) => ({ name, mask: `邻居${String(index + 1)}` }));
  const longestFirst = numbered.toSorted((a, b) => b.name.length - a.name.length);
  let masked = message.replace(IDENTITY_NUMBERS, IDENTITY_MASK).replace(PHONES, PHONE_MASK);
  for (const { name, mask } of longestFirst) masked = masked.replaceAll(name, mask);
  return masked.replace(ADDRESSED, '某$1');
}
