/** Which function of the artefact a `primitive` instruction calls. */

/** The name of the export behind a primitive's id. */
export function kernelExportOf(id: number): string {
  throw new Error(`no primitive has the id ${id}`);
}
