/** Writes a line for whoever typed the command. */
export type Say = (line: string) => void;
