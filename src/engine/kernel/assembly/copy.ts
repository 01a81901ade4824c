/** Copying of bytes, few ones without a call. */

/** Copies `count` bytes; the two places do not overlap. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function copyBytes(to: usize, from: usize, count: usize): void {
  if (count > 16) memory.copy(to, from, count);
  else copyFew(to, from, count);
}

/** Up to sixteen bytes: the first and the last of them in one piece each, which may overlap. */
function copyFew(to: usize, from: usize, count: usize): void {
  if (count >= 8) {
    const last = load<u64>(from + count - 8);
    store<u64>(to, load<u64>(from));
    store<u64>(to + count - 8, last);
  } else if (count >= 4) {
    const last = load<u32>(from + count - 4);
    store<u32>(to, load<u32>(from));
    store<u32>(to + count - 4, last);
  } else if (count >= 2) {
    const last = load<u16>(from + count - 2);
    store<u16>(to, load<u16>(from));
    store<u16>(to + count - 2, last);
  } else if (count) store<u8>(to, load<u8>(from));
}
