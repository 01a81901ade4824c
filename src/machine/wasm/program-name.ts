/** Name that the host shows in the places of an emitted module. */
export const PROGRAM_NAME = "program";
