/** How an evaluation ends before its end. */

/** The program traps. */
export class Stopped extends Error {}

/** The evaluator does not know what the program uses. */
export class Unknown extends Error {}
