/** Common Chinese surnames, enough to recognise a sender or a person addressed by title. */
const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊甄曲封储靳段焦巴牧山谷车侯蓬全班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸司黎薄印白蒲赖卓屠蒙池乔胥苍双闻莘党翟谭姬申冉桑牛边尚温庄柴瞿阎慕连茹习艾鱼容向古易廖终居衡耿满匡国寇广阙东殴沃利师巩聂晁辛阚那简饶空曾沙须丰关相查游肖';
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
      if (name !== undefined && name.length > 1) found.add(name);
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
