/** Areas of the service, each a tag of the document. */
export const AREAS = {
  accounts: '账号、登录、邀请条、令牌 · accounts, signing in, slips, tokens',
  cases: '事项：发起、查看、办理 · cases: start, read, act',
  workflows: '流程 · workflows',
  desk: '工作台、公示、消息 · desks, public notices, messages',
  registry: '人口、房屋、单位、机构 · people, premises, units, bodies',
  imports: '导入、导出 · imports and exports',
  privacy: '个人信息：查看、同意、更正、导出、删除 · personal data: looks, consents, corrections, export, erasure',
  deliberations: '协商：观点与表态 · deliberations: statements and positions',
  ballots: '投票：名册、选票、核对 · ballots: rolls, papers, proofs',
  registers: '规则与登记簿：表决规则、议决、公约 · decision rules and the register',
  ledger: '台账、比率、报表 · accounts kept: entries, rates, leagues, reports',
  calendars: '日历：节假日、调休、办公时间 · calendars: holidays, make-up days, office hours',
  visits: '走访与认领 · visits and claims',
  files: '文件 · files',
  partners: '外部系统 · systems of partners',
  operation: '运行：异常、健康、指标 · operation: incidents, health, metrics',
} as const;

export type Area = keyof typeof AREAS;

/** Their names. */
export const AREA_NAMES = Object.keys(AREAS) as Area[];
