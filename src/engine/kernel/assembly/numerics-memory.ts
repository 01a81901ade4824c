/** Where the artefact's static data end: the host puts nothing of its own below. */

/** The first address behind static data, zeroed tables included. */
export function static_data_end(): usize {
  return __heap_base;
}
