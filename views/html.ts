/** Markup that is whole and safe to stand in a page. */
export interface Html {
  readonly html: string;
}

type Attributes = Record<string, string | true | undefined>;

/** One element; its text and the values of its attributes are escaped here and nowhere else. */
export function element(name: string, attributes: Attributes = {}, ...children: (Html | string)[]): Html {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escaped(String(value))}"`))
    .join('');
  const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : child.html)).join('');
  return { html: `<${name}${given}>${inside}${isVoid(name) ? '' : `</${name}>`}` };
}

const isVoid = (name: string) => name === 'input' || name === 'meta';

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
