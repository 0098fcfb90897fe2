const nearPixels = 80;

/** Remembers which lists of messages show their end; called again after drawing it keeps them there. */
export function followBottom(): () => void {
  const before = new Map([...lists()].map((list) => [list, isAtEnd(list)]));
  return () => {
    for (const list of lists()) if (before.get(list) ?? true) list.scrollTop = list.scrollHeight;
  };
}

const lists = () => document.querySelectorAll('.messages');

function isAtEnd(list: Element): boolean {
  return list.scrollHeight - list.scrollTop - list.clientHeight < nearPixels;
}
