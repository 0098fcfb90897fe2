/** A description of an element: made anew at every change, and then fitted to what is on the screen. */
export type VNode = { tag: string; key: string | undefined; props: Props; children: Child[] };
export type Child = VNode | string;
export type Children = Child | null | false | undefined | Children[];

export type Props = {
  key?: string;
  /** Called once, when the element has just come on the screen. */
  created?: (element: HTMLElement) => void;
  [name: string]: unknown;
};

/** Describes an element. Text is always text: nothing from outside becomes markup. */
export function h(tag: string, props: Props = {}, ...children: Children[]): VNode {
  return { tag, key: props.key, props, children: flat(children) };
}

function flat(children: Children[]): Child[] {
  return children.flatMap((child) => {
    if (Array.isArray(child)) return flat(child);
    return child === null || child === false || child === undefined ? [] : [child];
  });
}

const described = new WeakMap<Node, Child>();
const svgTags = new Set(['svg', 'path', 'circle', 'line', 'polyline', 'rect', 'title']);
const properties = new Set(['checked', 'disabled', 'selected', 'hidden']);

/** Makes what is below `parent` look like the description; what has the focus keeps it. */
export function render(parent: Element, next: Child[]): void {
  const left = [...parent.childNodes];
  const nodes = next.map((child) => take(left, child) ?? create(child));
  for (const node of left) node.remove();
  let place = parent.firstChild;
  for (const [index, child] of next.entries()) {
    const node = nodes[index];
    if (!node) continue;
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
    matchUp(node, child);
  }
}

/** The node on the screen that this child goes on with. */
function take(left: ChildNode[], child: Child): ChildNode | undefined {
  const index = left.findIndex((node) => isSame(described.get(node), child));
  return index < 0 ? undefined : left.splice(index, 1)[0];
}

function isSame(old: Child | undefined, child: Child): boolean {
  if (old === undefined || typeof old === 'string' || typeof child === 'string') {
    return typeof old === 'string' && typeof child === 'string';
  }
  return old.tag === child.tag && old.key === child.key;
}

function create(child: Child): ChildNode {
  if (typeof child === 'string') return document.createTextNode(child);
  if (svgTags.has(child.tag)) return document.createElementNS('http://www.w3.org/2000/svg', child.tag);
  return document.createElement(child.tag);
}

function matchUp(node: ChildNode, child: Child): void {
  const old = described.get(node);
  described.set(node, child);
  if (typeof child === 'string') {
    if (node.textContent !== child) node.textContent = child;
    return;
  }
  if (!(node instanceof Element)) return;
  fitProps(node, typeof old === 'object' ? old.props : {}, child.props);
  render(node, child.children);
  if (old === undefined && node instanceof HTMLElement) child.props.created?.(node);
}

function fitProps(element: Element, old: Props, props: Props): void {
  for (const name of new Set([...Object.keys(old), ...Object.keys(props)])) {
    if (name === 'key' || name === 'created') continue;
    const value = props[name];
    if (name === 'value') fitValue(element, value);
    else if (name.startsWith('on')) Reflect.set(element, name, value ?? null);
    else if (properties.has(name)) Reflect.set(element, name, value === true);
    else if (value !== old[name]) fitAttribute(element, name, value);
  }
}

/** What somebody is typing is left alone. */
function fitValue(element: Element, value: unknown): void {
  const isTyping = element === document.activeElement && element.tagName !== 'SELECT';
  if (typeof value !== 'string' || isTyping || Reflect.get(element, 'value') === value) return;
  // A select knows its options only after they are on the screen.
  queueMicrotask(() => Reflect.set(element, 'value', value));
  Reflect.set(element, 'value', value);
}

function fitAttribute(element: Element, name: string, value: unknown): void {
  if (value === undefined || value === null || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? '' : String(value));
}
