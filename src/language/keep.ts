/**
 * Makes each thing once and keeps it, by what it is made of. For Intl's formatters, which take a hundred times longer to make than to
 * use; they are as few as there are languages, currencies and zones.
 */
export function keep<Parts extends readonly string[], Made>(
  make: (...parts: Parts) => Made,
): (...parts: Parts) => Made {
  const kept = new Map<string, Made>();
  return (...parts) => {
    const key = parts.join('\n');
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(...parts);
    kept.set(key, made);
    return made;
  };
}
