const nearPixels = 80;

/** What shows the end of a conversation and goes on doing so, with how far down it was and how long. */
const followed = new WeakSet<Element>();
const lastTop = new WeakMap<Element, number>();
const lastHeight = new WeakMap<Element, number>();

/** Called after each drawing it keeps those lists of messages at their end that were there before. */
export function followBottom(): () => void {
  const before = new Set(lists());
  return () => {
    // What has just come on the screen begins at its end.
    for (const list of lists()) if (!before.has(list)) followed.add(list);
    toEnd();
  };
}

/** On a narrow screen the whole page scrolls: whoever has said something wants to see the answer to it. */
export function followAnswer(): void {
  for (const each of scrollers()) {
    followed.add(each);
    lastHeight.delete(each);
  }
}

/** Follows the end when a picture comes later than its message, until one scrolls up. */
export function followPictures(): void {
  document.addEventListener('load', toEnd, { capture: true });
  document.addEventListener(
    'scroll',
    ({ target }) => {
      const scrolled = target instanceof Document ? target.scrollingElement : target;
      if (scrolled instanceof Element && scrollers().includes(scrolled)) noteScroll(scrolled);
    },
    { capture: true },
  );
}

/** Only a way up is a person's: the browser itself scrolls down when something above grows. */
function noteScroll(element: Element): void {
  const isUp = element.scrollTop < (lastTop.get(element) ?? 0);
  if (isUp) followed.delete(element);
  else if (isAtEnd(element)) followed.add(element);
  lastTop.set(element, element.scrollTop);
}

/** Only what grew or shrank moves: else a drawing for another reason would take away what is just being pressed. */
function toEnd(): void {
  for (const each of scrollers()) {
    const height = each.scrollHeight - each.clientHeight;
    if (followed.has(each) && lastHeight.get(each) !== height) each.scrollTop = each.scrollHeight;
    lastHeight.set(each, height);
  }
}

const lists = () => [...document.querySelectorAll('.messages')];

function scrollers(): Element[] {
  const page = document.scrollingElement;
  const isTalk = lists().length > 0 && matchMedia('(max-width: 48rem)').matches;
  return isTalk && page ? [...lists(), page] : lists();
}

function isAtEnd(element: Element): boolean {
  return element.scrollHeight - element.scrollTop - element.clientHeight < nearPixels;
}
