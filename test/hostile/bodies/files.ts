import { filePart, part, parts, type HostileBody, type Outcome } from '../support/body.js';
import { wrong } from './open.js';

interface SentFile {
  readonly name: string;
  readonly type?: string;
  readonly text?: string;
}

const file = ({ name, type = 'text/plain', text = 'x' }: SentFile): Outcome => ({
  data: { file: { name, type, size: Buffer.byteLength(text), text }, files: [] },
});

const names: readonly (readonly [string, string, string?])[] = [
  ['a path upwards', '../../etc/passwd'],
  ['an absolute path', '/etc/passwd'],
  ['a path of Windows', 'C:\\windows\\system32\\x.dll'],
  ['a network path', '\\\\server\\share\\x'],
  ['a folder', 'photos/'],
  ['a dot', '.'],
  ['two dots', '..'],
  ['a hidden file', '.htaccess'],
  ['a device', 'CON'],
  ['an encoded path', '%2e%2e%2fetc%2fpasswd'],
  ['an encoded NUL', 'x.php%00.png'],
  ['a NUL', 'x.php\0.png'],
  ['a quote as browsers send it', 'a%22b', 'a"b'],
  ['a line break as browsers send it', 'a%0D%0Ab', 'a\r\nb'],
  ['markup', '<img src=x onerror=alert(1)>'],
  ['a right-to-left override', 'exe.\u202Egnp'],
  ['emoji', '😀.txt'],
  ['five thousand characters', `${'x'.repeat(5000)}.txt`],
  ['blanks', '   '],
  ['a name of a property', '__proto__'],
];

/** Files: their names, their types, and files where none are due. */
export const files: HostileBody[] = [
  ...names.map(([title, sent, name = sent]) =>
    parts(`a file named with ${title}`, [filePart('file', sent, 'x')], file({ name }), 'upload'),
  ),
  parts('a file without a name, and with a content', [filePart('file', '', 'x')], file({ name: '' }), 'upload'),
  parts(
    'an untouched control',
    [filePart('file', '', '', 'application/octet-stream')],
    { data: { files: [] } },
    'upload',
  ),
  parts('a file of no bytes', [filePart('file', 'empty.txt', '')], file({ name: 'empty.txt', text: '' }), 'upload'),
  parts('a file without a type', [part('name="file"; filename="a"', 'x')], file({ name: 'a' }), 'upload'),
  parts(
    'a file with a type that is none',
    [filePart('file', 'a', 'x', 'nonsense')],
    file({ name: 'a', type: 'nonsense' }),
    'upload',
  ),
  ...[
    ['an encoded name of a file', `filename*=utf-8''a%2Fb`],
    ['a name of a file, then an encoded one', `filename="a.txt"; filename*=utf-8''b.php`],
    ['an encoded name of a file, then a plain one', `filename*=utf-8''b.php; filename="a.txt"`],
    ['a name of a file in parts', `filename*0="a"; filename*1=".php"`],
    ['a name of a file, then a part of one', `filename="a.txt"; filename*0="b.php"`],
    ['an encoded name of a file in capitals', `FILENAME*=utf-8''b.php`],
    ['an encoded name of a file in Latin-1', `filename*=iso-8859-1''%E9.php`],
    ['an encoded name of a file without a blank before it', `filename="a.txt";filename*=utf-8''b.php`],
    ['a file of which the field’s name is encoded again', `filename="a.txt"; name*=utf-8''files`],
  ].map(([title = '', parameters]) =>
    parts(title, [part(`name="file"; ${parameters}`, 'x')], { refused: 400 }, 'upload'),
  ),
  parts(
    'a name of a file that reads like a parameter',
    [part(`name="file"; filename="a; filename*=utf-8''b"`, 'x')],
    file({ name: "a; filename*=utf-8''b" }),
    'upload',
  ),
  parts('two names of a file', [part('name="file"; filename="a"; filename="b"', 'x')], { refused: 400 }, 'upload'),
  parts('a file twice', [filePart('file', 'a', 'x'), filePart('file', 'b', 'y')], wrong('file'), 'upload'),
  parts(
    'a file and a text of one name',
    [filePart('file', 'a', 'x'), part('name="file"', 'y')],
    wrong('file'),
    'upload',
  ),
  parts('a text for a file', [part('name="file"', 'x')], wrong('file'), 'upload'),
  parts('a path for a file', [part('name="file"', '/etc/passwd')], wrong('file'), 'upload'),
  parts('a text among files', [filePart('files', 'a', 'x'), part('name="files"', 'y')], wrong('files[1]'), 'upload'),
  parts('a file for a text', [filePart('title', 'a', 'x')], wrong('title'), 'upload'),
  parts('a file for a number', [filePart('age', 'a', '5')], wrong('age')),
  parts('a file for a box', [filePart('agree', 'a', 'true')], wrong('agree')),
  parts('a file for a choice', [filePart('color', 'a', 'red')], wrong('color')),
  parts('a file for a date', [filePart('born', 'a', '2024-01-01')], wrong('born')),
  parts('a file among texts', [filePart('tags', 'a', 'x')], wrong('tags[0]')),
  parts('a file in a record of texts', [filePart('scores[a]', 'a', 'x')], wrong('scores.a')),
  parts('a file for a row', [filePart('items[0]', 'a', 'x')], wrong('items[0].qty')),
  parts('a file for __proto__', [filePart('__proto__', 'a', 'x')], { data: { files: [] } }, 'upload'),
  parts('a picture that is a page', [filePart('picture', 'a.png', '<html>', 'text/html')], wrong('picture'), 'upload'),
  parts(
    'a picture by its name only',
    [filePart('picture', 'a.png', 'x', 'application/octet-stream')],
    wrong('picture'),
    'upload',
  ),
  parts(
    'a picture of the wrong kind',
    [filePart('picture', 'a.svg', '<svg/>', 'image/svg+xml')],
    wrong('picture'),
    'upload',
  ),
  parts(
    'a picture with two types',
    [filePart('picture', 'a.png', 'x', 'image/png, text/html')],
    wrong('picture'),
    'upload',
  ),
  parts(
    'a picture that is too large',
    [filePart('picture', 'a.png', 'x'.repeat(1001), 'image/png')],
    wrong('picture'),
    'upload',
  ),
];
