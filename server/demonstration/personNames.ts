import { chanceOf, nth } from './chance'

const given = [
  ...[
    'Adaeze',
    'Aisha',
    'Alan',
    'Alice',
    'Amrit',
    'Anita',
    'Beatrix',
    'Bernard',
    'Carys',
    'Catherine',
    'Chidi',
    'Clare',
  ],
  ...['Daniel', 'Deborah', 'Dev', 'Edith', 'Emeka', 'Esther', 'Fatima', 'Fiona', 'Gareth', 'Grace', 'Hamza', 'Hannah'],
  ...['Helen', 'Imran', 'Ines', 'Jacob', 'Jasmine', 'Joan', 'Julian', 'Kathleen', 'Kwame', 'Leila', 'Leon', 'Lucy'],
  ...['Marcus', 'Margaret', 'Maya', 'Michael', 'Miriam', 'Nadia', 'Neil', 'Nia', 'Oliver', 'Omar', 'Patricia', 'Paul'],
  ...[
    'Priya',
    'Rachel',
    'Ravi',
    'Rosalind',
    'Ruth',
    'Samuel',
    'Shireen',
    'Simon',
    'Sunita',
    'Tariq',
    'Teresa',
    'Thomas',
  ],
  ...['Uma', 'Valerie', 'Vikram', 'Wanda', 'William', 'Yasmin', 'Yusuf', 'Zoe'],
]
const family = [
  ...[
    'Abara',
    'Adeyemi',
    'Ahmed',
    'Ashdown',
    'Bannerjee',
    'Barrow',
    'Begum',
    'Blakelock',
    'Carrick',
    'Chaudhry',
    'Cole',
  ],
  ...['Dacre', 'Darko', 'Desai', 'Drummond', 'Eke', 'Ellwood', 'Fairbairn', 'Farrant', 'Ferris', 'Gallimore', 'Ghosh'],
  ...['Grimshaw', 'Haddad', 'Halloran', 'Hussain', 'Iqbal', 'Jarrold', 'Joshi', 'Kaur', 'Kearney', 'Kirkbride', 'Lal'],
  ...['Lockyer', 'Mahmood', 'Marriner', 'Mensah', 'Mistry', 'Nayar', 'Ngata', 'Oakden', 'Okafor', 'Osei', 'Parmar'],
  ...[
    'Penrose',
    'Quigley',
    'Rahman',
    'Rennard',
    'Sandhu',
    'Sharrock',
    'Siddiqui',
    'Tavener',
    'Thackray',
    'Udo',
    'Varley',
  ],
  ...['Venn', 'Wadsworth', 'Whitlock', 'Yeboah', 'Yorath'],
]

/** Names of people who do not exist, each once, in an order of their own. */
export const personNames: readonly string[] = chanceOf('people').shuffled(
  given.flatMap((first, at) => family.map((_, step) => `${first} ${nth(family, (at + step) % family.length)}`)),
)
