import { printParseErrorCode, type ParseErrorCode } from 'jsonc-parser';

type SyntaxName = ReturnType<typeof printParseErrorCode>;

const SENTENCES: Readonly<Partial<Record<SyntaxName, string>>> = {
  InvalidNumberFormat: 'This number is not written as JSON wants it. Write it like 12 or 0.5.',
  PropertyNameExpected: 'A name in double quotes is wanted here. Add it, or remove the comma before it.',
  ValueExpected: 'A value is wanted here. Write one, or remove the comma before it.',
  ColonExpected: 'A colon is wanted here, between a name and its value. Add it.',
  CommaExpected: 'A comma is wanted here, between this and what stands before it. Add it.',
  CloseBraceExpected: 'A closing } is wanted here. Add it.',
  CloseBracketExpected: 'A closing ] is wanted here. Add it.',
  EndOfFileExpected: 'The graph has ended before this. Remove what comes after it.',
  InvalidCommentToken: 'JSON has no comments. Remove it.',
  UnexpectedEndOfComment: 'JSON has no comments. Remove it.',
  UnexpectedEndOfString: 'This text has no closing quote on its line. Add it; write a line break as \\n.',
  UnexpectedEndOfNumber: 'This number breaks off. Write it to its end.',
  InvalidUnicode: 'After \\u four digits or letters a to f are wanted. Complete them.',
  InvalidEscapeCharacter: 'This character cannot follow a backslash. Write \\\\ for a backslash itself.',
  InvalidCharacter: 'A control character stands in this text. Remove it; write a tab as \\t and a line break as \\n.',
};

/** Says what is wrong with a piece of text that is not JSON, and what to do. */
export function describeSyntax(code: ParseErrorCode, found: string): string {
  const sentence = SENTENCES[printParseErrorCode(code)];
  return sentence ?? `${describeSymbol(found)} has no meaning in JSON here. Put text in double quotes, or remove it.`;
}

function describeSymbol(found: string): string {
  return found ? `"${found.slice(0, 40)}"` : 'This';
}
