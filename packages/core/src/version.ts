/** The program's version, as every record carries it. */
export const VERSION = '0.1.0';
