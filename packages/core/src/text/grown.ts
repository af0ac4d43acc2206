// Short lists that are kept for long.

/** The list with one more item. A list that begins with its first item takes room for that one; an empty one that is pushed to takes it for many. */
export function grown<T>(list: T[] | null, item: T): T[] {
  if (!list || list.length === 0) return [item];
  list.push(item);
  return list;
}
