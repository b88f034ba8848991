/** What a UTF-16 code unit is for the layout of Chinese text. */
export const CharClass = {
  Narrow: 0,
  Wide: 1,
  Digit: 2,
  Latin: 3,
  Space: 4,
  Newline: 5,
  Open: 6,
  Close: 7,
  Terminal: 8,
  Semicolon: 9,
  Colon: 10,
  Comma: 11,
  Dash: 12,
  Radical: 13,
  Ignorable: 14,
  Bullet: 15,
  HighSurrogate: 16,
  LowSurrogate: 17,
} as const;

export type CharClass = (typeof CharClass)[keyof typeof CharClass];

/** Class of every UTF-16 code unit. */
export const charClass: Uint8Array = buildClasses();

/** Width of every class in half cells: a full-width character takes two. */
export const classWidth: Uint8Array = Uint8Array.from([1, 2, 1, 1, 1, 0, 2, 2, 2, 2, 2, 2, 2, 2, 0, 2, 2, 0]);

function buildClasses(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const range = (from: number, to: number, value: CharClass) => table.fill(value, from, to + 1);
  const each = (chars: string, value: CharClass) => {
    for (let i = 0; i < chars.length; i++) table[chars.charCodeAt(i)] = value;
  };
  range(0x1100, 0x115f, CharClass.Wide);
  range(0x2010, 0x2027, CharClass.Wide);
  range(0x2030, 0x205e, CharClass.Wide);
  range(0x20a0, 0x2bff, CharClass.Wide);
  range(0x2e80, 0xa4cf, CharClass.Wide);
  range(0xac00, 0xd7a3, CharClass.Wide);
  range(0xe000, 0xfaff, CharClass.Wide);
  range(0xfe30, 0xfe6f, CharClass.Wide);
  range(0xff00, 0xff60, CharClass.Wide);
  range(0xffe0, 0xffe6, CharClass.Wide);
  range(0x2e80, 0x2fdf, CharClass.Radical);
  range(0xf900, 0xfaff, CharClass.Radical);
  range(0xd800, 0xdbff, CharClass.HighSurrogate);
  range(0xdc00, 0xdfff, CharClass.LowSurrogate);
  range(0x30, 0x39, CharClass.Digit);
  range(0x41, 0x5a, CharClass.Latin);
  range(0x61, 0x7a, CharClass.Latin);
  range(0xc0, 0x24f, CharClass.Latin);
  range(0x370, 0x52f, CharClass.Latin);
  range(0x2000, 0x200a, CharClass.Space);
  // Control characters are not read; pdftotext begins every page with a form feed.
  range(0x00, 0x1f, CharClass.Ignorable);
  range(0x7f, 0x9f, CharClass.Ignorable);
  each(' \t\u0085\u2028\u2029\u00a0\u202f\u205f\u3000\u1680', CharClass.Space);
  each('\n\r', CharClass.Newline);
  each('（“‘《〈【〔「『［｛〖([{', CharClass.Open);
  each('）”’》〉】〕」』］｝〗)]}', CharClass.Close);
  each('。！？…!?．', CharClass.Terminal);
  each('；;', CharClass.Semicolon);
  each('：:', CharClass.Colon);
  each('，、,', CharClass.Comma);
  each('—―─━', CharClass.Dash);
  each('●◆▲★■◎•○◇△☆□▪►▶※✦◈❖', CharClass.Bullet);
  each('\u200b\u200c\ufeff\u00ad\u200e\u200f', CharClass.Ignorable);
  // Bidirectional controls: they show a text in another order than it is read in.
  range(0x202a, 0x202e, CharClass.Ignorable);
  // Word joiner, invisible operators and more bidirectional controls.
  range(0x2060, 0x206f, CharClass.Ignorable);
  return table;
}
