import { chanceOf } from './chance'

/** Birds, plants and stones that no English place is called after, joined to endings that many are. */
const beginnings = [
  ...['Avocet', 'Bittern', 'Dotterel', 'Dunlin', 'Fieldfare', 'Garganey', 'Godwit', 'Kestrel', 'Linnet', 'Osprey'],
  ...['Petrel', 'Pintail', 'Pipit', 'Plover', 'Redstart', 'Siskin', 'Turnstone', 'Wagtail', 'Waxwing', 'Whimbrel'],
  ...['Borage', 'Bramble', 'Bryony', 'Burdock', 'Campion', 'Chervil', 'Comfrey', 'Cowslip', 'Harebell', 'Hyssop'],
  ...['Juniper', 'Larkspur', 'Lovage', 'Mallow', 'Medlar', 'Quince', 'Sorrel', 'Speedwell', 'Tansy', 'Teasel'],
  ...['Basalt', 'Beryl', 'Cinder', 'Cobalt', 'Copper', 'Garnet', 'Jasper', 'Ochre', 'Pewter', 'Quartz'],
  ...['Russet', 'Sable', 'Saffron', 'Sienna', 'Umber'],
]
const endings = ['mere', 'vale', 'wick', 'brook', 'combe', 'hythe', 'garth', 'stead', 'holt', 'moor', 'haven', 'bourne']

/** The places the contract and the pages of help name. */
const named = ['Thornmere', 'Wrenbrook', 'Eastvale', 'Harrowmere']

/** Places that do not exist, each once, those named in the contract first. */
export const placeNames: readonly string[] = [
  ...named,
  ...chanceOf('places').shuffled(beginnings.flatMap((beginning) => endings.map((ending) => `${beginning}${ending}`))),
]
