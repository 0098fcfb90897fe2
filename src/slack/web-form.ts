/** The longest form that is kept, bytes: a key is far shorter. */
const longest = 8_192;

/** So much of a longer one is still read, so that its sender hears why it was refused; after that the line is cut. */
const mostRead = 1_048_576;

/** A browser sent more than any form of Daybook holds. */
export class FormTooLargeError extends Error {
  override readonly name = 'FormTooLargeError' as const;
}

/** The fields of a form that is being sent. Throws a FormTooLargeError. */
export async function readForm(body: AsyncIterable<Buffer>): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length <= longest) parts.push(part);
    else if (length > mostRead) break;
  }
  if (length > longest) throw new FormTooLargeError(`more than ${longest} bytes`);
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}
