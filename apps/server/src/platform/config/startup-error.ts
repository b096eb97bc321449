/** Something outside the program stops it from starting: one line that says what to do, exit code 1, no stack. */
export class StartupError extends Error {}
