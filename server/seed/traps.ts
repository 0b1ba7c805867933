import type { ChangeWay, ContactOutcome, Tenure } from '../../shared/register/words.ts'
import type { VehicleWrite } from '../ports/register-storage.ts'
import type { PersonMaker, SeedPerson } from './people.ts'

/** Everything about a household but its door. */
export type SeedFamily = {
  readonly people: readonly SeedPerson[]
  readonly tenure: Tenure
  readonly landlord: { readonly name: string; readonly phone: string | null } | null
  readonly vehicles: readonly VehicleWrite[]
  readonly how: ChangeWay
  readonly outcome: ContactOutcome | null
  /** One of its people is registered in an earlier household, too. */
  readonly isShared?: true
}

const plain = (people: readonly SeedPerson[]): SeedFamily => ({
  people,
  tenure: 'own',
  landlord: null,
  vehicles: [],
  how: 'door',
  outcome: 'reached'
})

/** Households with what trips registers up; each stands once in every data set. */
export function trapFamilies(maker: PersonMaker): SeedFamily[] {
  const commuter = maker.make({ age: 45, sex: 'male', name: '赵国强', relation: 'head' })
  const birthDate = '2012-05-20'
  return [
    plain([
      maker.make({ age: 70, sex: 'female', name: '王芳', relation: 'head' }),
      maker.make({ age: 44, sex: 'male', name: '李建国', relation: 'child' }),
      maker.make({ age: 15, sex: 'female', name: '王芳', relation: 'relative' })
    ]),
    plain([
      maker.make({ age: 38, sex: 'male', name: '张伟', relation: 'head' }),
      maker.make({ age: 36, sex: 'female', name: '刘静', relation: 'spouse' }),
      maker.make({ age: 8, sex: 'male', name: '张一', relation: 'child', birthDate }),
      maker.make({ age: 8, sex: 'male', name: '张二', relation: 'child', birthDate })
    ]),
    plain([
      maker.make({ age: 33, sex: 'female', name: '欧阳明月', relation: 'head' }),
      maker.make({ age: 35, sex: 'male', name: '𠮷田', relation: 'spouse' })
    ]),
    plain([
      maker.make({ age: 40, sex: 'male', name: '阿卜杜拉·买买提', relation: 'head' }),
      maker.make({ age: 39, sex: 'female', name: '古丽·吐尔逊', relation: 'spouse' })
    ]),
    plain([commuter, maker.make({ age: 43, sex: 'female', name: '孙丽', relation: 'spouse' })]),
    {
      ...plain([maker.make({ age: 72, sex: 'female', name: '赵秀英', relation: 'head' }), { ...commuter, relation: 'child' }]),
      isShared: true
    },
    { ...plain([maker.make({ age: 51, name: '周建军', relation: 'head' })]), how: 'phone', outcome: 'empty-number' },
    { ...plain([maker.make({ age: 29, name: '吴磊', relation: 'head' })]), outcome: 'refused' },
    plain([
      returnee(maker.make({ age: 41, sex: 'male', name: '郑海涛', relation: 'head' })),
      maker.make({ age: 40, sex: 'female', name: '冯霞', relation: 'spouse' }),
      maker.make({ age: 12, sex: 'male', name: '郑浩', relation: 'child' })
    ]),
    {
      ...plain(
        Array.from({ length: 5 }, (_, index) => builder(maker.make({ age: 25 + 4 * index, sex: 'male', relation: 'tenant' })))
      ),
      tenure: 'group-rent',
      landlord: { name: '钱大有', phone: null }
    },
    plain([named(maker.foreigner('KOR', 'head'), 'KIM MIN JUN')]),
    plain([withX(maker)]),
    {
      ...plain([maker.make({ age: 31, sex: 'female', name: '蒋雪', relation: 'head' })]),
      vehicles: [{ plate: '鲁A12345D', kind: 'new-energy-large', note: '新能源' }]
    }
  ]
}

const returnee = (person: SeedPerson): SeedPerson => ({
  ...person,
  data: { ...person.data, arrival: { from: 'hubei', on: '2020-02-14' } }
})
const builder = (person: SeedPerson): SeedPerson => ({ ...person, data: { ...person.data, note: '工地工人，无复工证' } })
const named = (person: SeedPerson, name: string): SeedPerson => ({ ...person, data: { ...person.data, name } })

/** A number whose check character is X; every eleventh is. */
function withX(maker: PersonMaker): SeedPerson {
  for (;;) {
    const person = maker.make({ age: 60, sex: 'female', name: '韩雪梅', relation: 'head' })
    if (person.data.document?.number.endsWith('X')) return person
  }
}
