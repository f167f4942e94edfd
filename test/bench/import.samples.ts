import { idFromName } from '#libs/registry';

/** A table that is made while it is read. */
export interface Rows {
  columns: string[];
  rows: () => Iterable<(string | number)[]>;
}

const FLATS = 20;
const STAIRWELLS = 4;

interface Place {
  id: string;
  kind: string;
  code: string;
  name: string;
  parent: string | null;
}

/** A community with as many buildings as hold so many flats. */
export function placesOf(homes: number): { units: Place[]; doorOf: (home: number) => [string, string, string] } {
  const community = idFromName('bench:community');
  const units: Place[] = [{ id: community, kind: 'community', code: 'bench', name: '利民社区', parent: null }];
  const buildings = Math.ceil(homes / (FLATS * STAIRWELLS));
  for (let building = 1; building <= buildings; building += 1) {
    const id = idFromName(`bench:b${building}`);
    units.push({ id, kind: 'building', code: `b${building}`, name: `${building}号楼`, parent: community });
    for (let stairwell = 1; stairwell <= STAIRWELLS; stairwell += 1)
      units.push({
        id: idFromName(`bench:b${building}-${stairwell}`),
        kind: 'stairwell',
        code: `b${building}-${stairwell}`,
        name: `${building}号楼${stairwell}单元`,
        parent: id,
      });
  }
  return { units, doorOf };
}

/** Building, stairwell and flat of a home. */
function doorOf(home: number): [string, string, string] {
  const building = Math.floor(home / (FLATS * STAIRWELLS)) + 1;
  const stairwell = (Math.floor(home / FLATS) % STAIRWELLS) + 1;
  const flat = home % FLATS;
  return [`${building}号楼`, `${stairwell}单元`, `${Math.floor(flat / 4) + 1}0${(flat % 4) + 1}`];
}

type Places = ReturnType<typeof placesOf>;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A number with the check character of an identity number. */
export function checkedIdentity(first: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first[at]), 0);
  return `${first}${'10X98765432'[sum % 11] ?? ''}`;
}

/** Invented: no place has the code 000000. */
function identityOf(person: number): string {
  const year = 1930 + (person % 90);
  const month = String((person % 12) + 1).padStart(2, '0');
  const day = String((Math.floor(person / 12) % 28) + 1).padStart(2, '0');
  return checkedIdentity(
    `${String(100_000 + (Math.floor(person / 900) % 900_000)).padStart(6, '0')}${year}${month}${day}${String(person % 900).padStart(3, '0')}`,
  );
}

const FAMILY = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗');
const GIVEN = Array.from('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰');

export function nameOf(person: number): string {
  const at = (list: string[], index: number): string => list[index % list.length] ?? '';
  return `${at(FAMILY, person * 7)}${at(GIVEN, person * 13)}${at(GIVEN, Math.floor(person / 26) * 5 + person)}`;
}

export function peopleRows({ doorOf: door }: Places, people: number): Rows {
  return {
    columns: ['序号', '姓名', '身份证号', '性别', '楼栋', '单元', '房号', '联系电话', '党员', '备注'],
    *rows() {
      for (let person = 0; person < people; person += 1) {
        const identity = identityOf(person);
        const gender = Number(identity[16]) % 2 === 1 ? '男' : '女';
        const phone = `139${String(person).padStart(8, '0')}`;
        const home = door(Math.floor(person * 0.4));
        yield [person + 1, nameOf(person), identity, gender, ...home, phone, person % 12 === 0 ? '是' : '否', ''];
      }
    },
  };
}

export function householdRows({ doorOf: door }: Places, homes: number): Rows {
  const colours = ['绿', '绿', '蓝', '黄', '橙', '红'];
  return {
    columns: ['楼栋', '单元', '房号', '五色分类'],
    *rows() {
      for (let home = 0; home < homes; home += 1) yield [...door(home), colours[home % colours.length] ?? ''];
    },
  };
}

export function premisesRows({ doorOf: door }: Places, homes: number): Rows {
  return {
    columns: ['楼号', '单元', '房号', '建筑面积(㎡)', '用途', '产权人', '产权人身份证号', '产权份额'],
    *rows() {
      for (let home = 0; home < homes; home += 1) {
        // the owner is the one who is registered there first
        const person = Math.ceil(home / 0.4);
        yield [
          ...door(home),
          `${(5000 + ((home * 37) % 9000)) / 100}㎡`,
          '住宅',
          nameOf(person),
          identityOf(person),
          '1/1',
        ];
      }
    },
  };
}
