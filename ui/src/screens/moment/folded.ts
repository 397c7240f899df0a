// How names are compared: the journal keeps the first spelling of each, whichever was typed later.

/** A tag or a name as it is compared: without its mark, its blanks around, and capitals. */
export function folded(name: string): string {
  return name.trim().replace(/^[#@]/, '').toLocaleLowerCase();
}
